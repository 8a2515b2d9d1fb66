// SPDX-License-Identifier: Apache-2.0

// Headings that mean the fields of action and RAID logs.

extension TableField {
    /// The columns of an action log.
    static let actions = [
        TableField(
            "key",
            "the key of the commitment",
            "id; ref; reference; no; number; #; action no; action id; action ref; action number; "
                + "ref no"
        ),
        TableField(
            "title",
            "what is to be done",
            "action; task; commitment; action item; description; what; action description; "
                + "action required; actions"
        ),
        TableField(
            "owner",
            "who is to do it: an assignment, or the post held",
            "action owner; who; assigned to; responsible; lead; by whom; assignee; action by; "
                + "responsible person"
        ),
        TableField(
            "org",
            "the organisation that is to do it",
            "organisation; partner; agency; owning organisation; responsible organisation; "
                + "organization"
        ),
        TableField(
            "raised",
            "when it was taken on",
            "date raised; date; date assigned; raised on; opened; assigned on; created; "
                + "date opened"
        ),
        TableField(
            "due",
            "by when",
            "due date; deadline; target date; by when; date due; due by; complete by; target"
        ),
        TableField(
            "status",
            "how it stands",
            "state; progress; rag"
        ),
        TableField(
            "ended",
            "when it was done",
            "date completed; completed; closed; date closed; completion date; completed on; "
                + "closed on"
        ),
        TableField(
            "decision",
            "the key of the decision that led to it",
            "decision ref; decision id; decision no; related decision"
        ),
        TableField(
            "note",
            "remarks",
            "notes; comment; comments; update; updates; remarks"
        ),
    ]

    /// The columns of a RAID log.
    static let raid = [
        TableField(
            "key",
            "its key",
            "id; ref; reference; no; number; #; raid id; raid ref; ref no"
        ),
        TableField(
            "kind",
            "risk, assumption, issue or dependency",
            "type; raid type; category; raid; raid category; r a i d; item type"
        ),
        TableField(
            "title",
            "what it is",
            "description; risk; item; risk description; summary; details; issue; raid item; "
                + "item description"
        ),
        TableField(
            "owner",
            "who looks after it: an assignment, or the post held",
            "risk owner; who; assigned to; responsible; lead; raid owner"
        ),
        TableField(
            "org",
            "the organisation that looks after it",
            "organisation; partner; agency; owning organisation; organization"
        ),
        TableField(
            "raised",
            "when it was raised",
            "date raised; date; raised on; opened; date identified; identified; created"
        ),
        TableField(
            "likelihood",
            "how likely it is",
            "probability; likelihood score"
        ),
        TableField(
            "impact",
            "how much it would matter",
            "severity; consequence; impact score"
        ),
        TableField(
            "score",
            "its score",
            "rating; risk score; raid score; priority; risk rating"
        ),
        TableField(
            "response",
            "what is done about it",
            "mitigation; mitigating action; action; actions; mitigations; controls; treatment"
        ),
        TableField(
            "status",
            "how it stands",
            "state"
        ),
        TableField(
            "ended",
            "when it was closed",
            "date closed; closed; closed on; resolved; date resolved"
        ),
        TableField(
            "decision",
            "the key of the decision that led to it",
            "decision ref; related decision"
        ),
        TableField(
            "note",
            "remarks",
            "notes; comment; comments; update; remarks"
        ),
    ]
}
