// SPDX-License-Identifier: Apache-2.0

// Headings that mean the fields of a decision log.

extension TableField {
    /// The columns of a decision log.
    static let decisions = [
        TableField(
            "key",
            "the key of the decision",
            "id; ref; reference; no; number; #; decision no; decision id; decision ref; "
                + "decision number; decision reference; ref no; log no"
        ),
        TableField(
            "title",
            "what was decided, in one line",
            "decision title; subject; topic; issue; matter; decision; decision required; proposal; "
                + "name; decision description"
        ),
        TableField(
            "decided",
            "when it was decided",
            "date; decision date; date of decision; date decided; decided on; date agreed; when; "
                + "date made; date approved; approved on; agreed on; meeting date"
        ),
        TableField(
            "proposed",
            "when it was put to the partners",
            "date raised; raised; date proposed; tabled; date tabled; proposed on; raised on"
        ),
        TableField(
            "status",
            "how it stands",
            "state; decision status"
        ),
        TableField(
            "makers",
            "who decided: organisations, or the body",
            "decision maker; decision makers; decided by; made by; approved by; agreed by; "
                + "approver; approvers; approval body; body; board; deciders; decision making body; "
                + "organisation; organisations"
        ),
        TableField(
            "consents",
            "the partners that consented",
            "consent; partners; partners consenting; partners agreed; consented; signed off by"
        ),
        TableField(
            "reason",
            "why",
            "reasons; rationale; justification; why; reason for decision; reasons for decision; "
                + "because"
        ),
        TableField(
            "option",
            "the option chosen",
            "option chosen; chosen option; outcome; decision taken; decision made; resolution; "
                + "decision; selected option; preferred option"
        ),
        TableField(
            "alternatives",
            "other options, between semicolons or on lines of their own",
            "alternative; options; options considered; other options; alternatives considered; "
                + "alternatives rejected; rejected options; alternative options"
        ),
        TableField(
            "question",
            "the question at length",
            "background; description; context; details; problem; summary"
        ),
        TableField(
            "conflicts",
            "conflicts of interest",
            "conflicts of interest; interests declared; declared interests; conflict of interest"
        ),
        TableField(
            "effective",
            "from when it is in effect",
            "effective from; effective date; in effect from"
        ),
        TableField(
            "review",
            "when it is to be reviewed",
            "review date; review on; next review"
        ),
        TableField(
            "supersededBy",
            "the key of the decision that replaces it",
            "superseded by; replaced by"
        ),
        TableField(
            "source",
            "where it is written, as part of the place in the file",
            "evidence; minutes; minute ref; minutes ref; document; meeting; paper; "
                + "minute reference"
        ),
    ]
}
