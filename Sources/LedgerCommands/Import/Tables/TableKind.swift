// SPDX-License-Identifier: Apache-2.0

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
        case .decisions: TableField.decisions
        case .actions: TableField.actions
        case .raid: TableField.raid
        case .posts: TableField.posts
        case .ties: TableField.ties
        case .matrix: TableField.matrix
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
