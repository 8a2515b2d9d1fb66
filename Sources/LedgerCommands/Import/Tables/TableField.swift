// SPDX-License-Identifier: Apache-2.0

/// Something that a column of a table can say.
public struct TableField: Hashable, Sendable {
    /// What it is called in a mapping.
    public let name: String
    /// What becomes of it.
    public let meaning: String
    /// Headings that mean it, in lower case and without punctuation.
    let synonyms: [String]

    init(_ name: String, _ meaning: String, _ synonyms: String...) {
        self.name = name
        self.meaning = meaning
        self.synonyms = [name.lowercased()] + synonyms
    }

    /// Whether a heading means this.
    func matches(_ heading: String) -> Bool {
        let words = Self.plain(heading)
        let joined = words.filter { $0 != " " }
        return synonyms.contains { $0 == words || $0.filter { $0 != " " } == joined }
    }

    /// A heading without punctuation, in lower case: `Ref. No` becomes `ref no`.
    static func plain(_ heading: String) -> String {
        heading.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "#" }.joined(separator: " ")
    }
}

/// What a table is a list of.
public enum TableKind: String, CaseIterable, Sendable {
    /// Each row says which of the others a person turns to for advice, each column is one of them.
    case matrix = "advice matrix"
    /// Each row says that one turns to another.
    case ties = "advice list"
    /// Risks, assumptions, issues and dependencies.
    case raid = "RAID log"
    /// What somebody is to do.
    case actions = "action log"
    /// Posts and who holds them.
    case posts = "posts and holders"
    /// Decisions.
    case decisions = "decision log"

    /// What the columns can say; where a heading could mean several, the first.
    public var fields: [TableField] {
        switch self {
        case .decisions: Self.decisionFields
        case .actions: Self.actionFields
        case .raid: Self.raidFields
        case .posts: Self.postFields
        case .ties: Self.tieFields
        case .matrix: Self.matrixFields
        }
    }

    /// The fields without one of each of which a table is not of this kind.
    var signature: [[String]] {
        switch self {
        case .decisions: [["title"], ["decided", "status", "reason", "option", "alternatives", "makers"]]
        case .actions: [["title"], ["owner", "due", "org"]]
        case .raid: [["kind"], ["title"]]
        case .posts: [["post"], ["holder"]]
        case .ties: [["seeker"], ["source"]]
        case .matrix: [["respondent"]]
        }
    }

    /// What a row of it becomes.
    var outcome: String {
        switch self {
        case .decisions:
            "proposal.tabled, option.added, consent.given (reported, with this file as its source) and, by its "
                + "status, decision.adopted, rejected, deferred and so on"
        case .actions: "commitment.assigned and, by its status, its end"
        case .raid: "raid.raised and, by its status, raid.closed"
        case .posts: "post.defined, person.registered (the name kept sealed) and role.assigned"
        case .ties, .matrix:
            "survey.response.recorded of one survey, of people under numbers, their names sealed"
        }
    }
}

extension TableKind {
    private static let decisionFields = [
        TableField(
            "key",
            "the key of the decision",
            "id",
            "ref",
            "reference",
            "no",
            "number",
            "#",
            "decision no",
            "decision id",
            "decision ref",
            "decision number",
            "decision reference",
            "ref no",
            "log no"
        ),
        TableField(
            "title",
            "what was decided, in one line",
            "decision title",
            "subject",
            "topic",
            "issue",
            "matter",
            "decision",
            "decision required",
            "proposal",
            "name",
            "decision description"
        ),
        TableField(
            "decided",
            "when it was decided",
            "date",
            "decision date",
            "date of decision",
            "date decided",
            "decided on",
            "date agreed",
            "when",
            "date made",
            "date approved",
            "approved on",
            "agreed on",
            "meeting date"
        ),
        TableField(
            "proposed",
            "when it was put to the partners",
            "date raised",
            "raised",
            "date proposed",
            "tabled",
            "date tabled",
            "proposed on",
            "raised on"
        ),
        TableField("status", "how it stands", "state", "decision status"),
        TableField(
            "makers",
            "who decided: organisations, or the body",
            "decision maker",
            "decision makers",
            "decided by",
            "made by",
            "approved by",
            "agreed by",
            "approver",
            "approvers",
            "approval body",
            "body",
            "board",
            "deciders",
            "decision making body",
            "organisation",
            "organisations"
        ),
        TableField(
            "consents",
            "the partners that consented",
            "consent",
            "partners",
            "partners consenting",
            "partners agreed",
            "consented",
            "signed off by"
        ),
        TableField(
            "reason",
            "why",
            "reasons",
            "rationale",
            "justification",
            "why",
            "reason for decision",
            "reasons for decision",
            "because"
        ),
        TableField(
            "option",
            "the option chosen",
            "option chosen",
            "chosen option",
            "outcome",
            "decision taken",
            "decision made",
            "resolution",
            "decision",
            "selected option",
            "preferred option"
        ),
        TableField(
            "alternatives",
            "other options, between semicolons or on lines of their own",
            "alternative",
            "options",
            "options considered",
            "other options",
            "alternatives considered",
            "alternatives rejected",
            "rejected options",
            "alternative options"
        ),
        TableField(
            "question",
            "the question at length",
            "background",
            "description",
            "context",
            "details",
            "problem",
            "summary"
        ),
        TableField(
            "conflicts",
            "conflicts of interest",
            "conflicts of interest",
            "interests declared",
            "declared interests",
            "conflict of interest"
        ),
        TableField(
            "effective",
            "from when it is in effect",
            "effective from",
            "effective date",
            "in effect from"
        ),
        TableField("review", "when it is to be reviewed", "review date", "review on", "next review"),
        TableField(
            "supersededBy",
            "the key of the decision that replaces it",
            "superseded by",
            "replaced by"
        ),
        TableField(
            "source",
            "where it is written, as part of the place in the file",
            "evidence",
            "minutes",
            "minute ref",
            "minutes ref",
            "document",
            "meeting",
            "paper",
            "minute reference"
        ),
    ]

    private static let actionFields = [
        TableField(
            "key",
            "the key of the commitment",
            "id",
            "ref",
            "reference",
            "no",
            "number",
            "#",
            "action no",
            "action id",
            "action ref",
            "action number",
            "ref no"
        ),
        TableField(
            "title",
            "what is to be done",
            "action",
            "task",
            "commitment",
            "action item",
            "description",
            "what",
            "action description",
            "action required",
            "actions"
        ),
        TableField(
            "owner",
            "who is to do it: an assignment, or the post held",
            "action owner",
            "who",
            "assigned to",
            "responsible",
            "lead",
            "by whom",
            "assignee",
            "action by",
            "responsible person"
        ),
        TableField(
            "org",
            "the organisation that is to do it",
            "organisation",
            "partner",
            "agency",
            "owning organisation",
            "responsible organisation",
            "organization"
        ),
        TableField(
            "raised",
            "when it was taken on",
            "date raised",
            "date",
            "date assigned",
            "raised on",
            "opened",
            "assigned on",
            "created",
            "date opened"
        ),
        TableField(
            "due",
            "by when",
            "due date",
            "deadline",
            "target date",
            "by when",
            "date due",
            "due by",
            "complete by",
            "target"
        ),
        TableField("status", "how it stands", "state", "progress", "rag"),
        TableField(
            "ended",
            "when it was done",
            "date completed",
            "completed",
            "closed",
            "date closed",
            "completion date",
            "completed on",
            "closed on"
        ),
        TableField(
            "decision",
            "the key of the decision that led to it",
            "decision ref",
            "decision id",
            "decision no",
            "related decision"
        ),
        TableField("note", "remarks", "notes", "comment", "comments", "update", "updates", "remarks"),
    ]

    private static let raidFields = [
        TableField(
            "key",
            "its key",
            "id",
            "ref",
            "reference",
            "no",
            "number",
            "#",
            "raid id",
            "raid ref",
            "ref no"
        ),
        TableField(
            "kind",
            "risk, assumption, issue or dependency",
            "type",
            "raid type",
            "category",
            "raid",
            "raid category",
            "r a i d",
            "item type"
        ),
        TableField(
            "title",
            "what it is",
            "description",
            "risk",
            "item",
            "risk description",
            "summary",
            "details",
            "issue",
            "raid item",
            "item description"
        ),
        TableField(
            "owner",
            "who looks after it: an assignment, or the post held",
            "risk owner",
            "who",
            "assigned to",
            "responsible",
            "lead",
            "raid owner"
        ),
        TableField(
            "org",
            "the organisation that looks after it",
            "organisation",
            "partner",
            "agency",
            "owning organisation",
            "organization"
        ),
        TableField(
            "raised",
            "when it was raised",
            "date raised",
            "date",
            "raised on",
            "opened",
            "date identified",
            "identified",
            "created"
        ),
        TableField("likelihood", "how likely it is", "probability", "likelihood score"),
        TableField("impact", "how much it would matter", "severity", "consequence", "impact score"),
        TableField("score", "its score", "rating", "risk score", "raid score", "priority", "risk rating"),
        TableField(
            "response",
            "what is done about it",
            "mitigation",
            "mitigating action",
            "action",
            "actions",
            "mitigations",
            "controls",
            "treatment"
        ),
        TableField("status", "how it stands", "state"),
        TableField(
            "ended",
            "when it was closed",
            "date closed",
            "closed",
            "closed on",
            "resolved",
            "date resolved"
        ),
        TableField("decision", "the key of the decision that led to it", "decision ref", "related decision"),
        TableField("note", "remarks", "notes", "comment", "comments", "update", "remarks"),
    ]

    private static let postFields = [
        TableField(
            "key",
            "the key of the post",
            "id",
            "ref",
            "post key",
            "post id",
            "post no",
            "post number"
        ),
        TableField(
            "post",
            "what the post is called",
            "role",
            "post title",
            "job title",
            "role title",
            "position",
            "title",
            "job",
            "job role"
        ),
        TableField(
            "holder",
            "who holds it: a name, which is kept sealed, or a number such as P-0001",
            "post holder",
            "postholder",
            "name",
            "held by",
            "person",
            "incumbent",
            "role holder",
            "holder name",
            "full name"
        ),
        TableField(
            "org",
            "the organisation that employs whoever holds it",
            "organisation",
            "employer",
            "host",
            "employing organisation",
            "host organisation",
            "home organisation",
            "organization",
            "partner"
        ),
        TableField(
            "spans",
            "the organisations that the post works across",
            "organisations",
            "partners",
            "works across",
            "funders",
            "funded by",
            "spans"
        ),
        TableField(
            "joint",
            "whether several organisations pay for it",
            "jointly funded",
            "joint funding",
            "joint post",
            "shared post"
        ),
        TableField(
            "from",
            "since when it is held",
            "start",
            "start date",
            "since",
            "date from",
            "from date",
            "appointed",
            "date appointed",
            "in post since"
        ),
        TableField(
            "to",
            "until when it is held",
            "end",
            "end date",
            "until",
            "date to",
            "to date",
            "left",
            "term ends"
        ),
        TableField("capacity", "substantive, acting, deputy or advisor", "basis", "holding", "acting"),
        TableField("fraction", "the share of the whole in percent", "share", "fte percent", "percent"),
        TableField("decision", "the key of the decision that led to it", "decision ref", "agreed in"),
    ]

    private static let tieFields = [
        TableField(
            "seeker",
            "who asks for advice",
            "respondent",
            "from",
            "ego",
            "who asks",
            "advice seeker",
            "nominator",
            "sender"
        ),
        TableField(
            "source",
            "whom they ask",
            "alter",
            "to",
            "nominee",
            "advisor",
            "adviser",
            "who is asked",
            "advice source",
            "target",
            "receiver"
        ),
        TableField(
            "strength",
            "how strong the tie is",
            "weight",
            "frequency",
            "value",
            "tie strength",
            "score"
        ),
    ]

    private static let matrixFields = [
        TableField(
            "respondent",
            "who asks for advice",
            "name",
            "respondents",
            "seeker",
            "ego",
            "from",
            "who",
            "id",
            "person"
        ),
        TableField("alter", "one whom they ask: 0 or nothing, 1, or the strength of the tie"),
    ]
}
