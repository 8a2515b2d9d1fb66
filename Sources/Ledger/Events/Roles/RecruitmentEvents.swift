// SPDX-License-Identifier: Apache-2.0

/// Somebody is looked for to hold a post.
public struct RecruitmentOpened: Event, Codable, Hashable {
    public static let name = "recruitment.opened"
    public static let kind = SubjectKind.post
    public static let place = StreamPlace.continues
    public static let summary = "Somebody is looked for to hold a post, and these organisations choose."
    public static let rules: [Rule] = [.abolishedPostIsClosed, .accountableToFunders, .lifeAllows]

    /// The organisations on the panel.
    public let panel: [Key]
    /// More about it.
    public let note: Text?
    /// The decision that led to it.
    public let decision: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        panel = try fields.keys("panel", of: .organisation, "The organisations on the panel that chooses.")
        note = try fields.optionalText("note", "More about it.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let subject = check.entry.subject
        guard let post = check.state.post(subject.key) else {
            throw .entry(.unknown(subject, field: "subject"))
        }
        if let open = post.recruitments.last, open.closed == nil {
            throw .roles(.recruitmentOpen(subject.key, since: open.opened.happening.position))
        }
        try check.demandNotOver(of: post, subject)
        // Whoever pays for a post has a say in who is appointed: it answers to each of them.
        let funders = check.state.funding(of: subject.key)
            .filter { $0.validity.holds(at: check.instant) == .yes }
            .flatMap { $0.value.shares.map(\.organisation) }
        let choosing = Set(panel.map(check.state.root(of:)))
        check.warn(
            .accountableToFunders,
            unless: panel.isEmpty || funders.allSatisfy { choosing.contains(check.state.root(of: $0)) }
        )
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.roles.posts[entry.subject.key]?.recruitments.append(
            Recruitment(opened: Recorded(self, entry))
        )
        state.link(decision: decision, to: entry.subject)
    }
}

/// The search for somebody to hold a post is over.
public struct RecruitmentClosed: Event, Codable, Hashable {
    public static let name = "recruitment.closed"
    public static let kind = SubjectKind.post
    public static let place = StreamPlace.continues
    public static let summary = "The search for somebody to hold a post is over."
    public static let rules: [Rule] = [.lifeAllows]

    /// What it came to.
    public let outcome: RecruitmentOutcome
    /// The assignment to which it led.
    public let assignment: Key?
    /// More about it.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        outcome = try fields.choice("outcome", RecruitmentOutcome.self, "What it came to.")
        assignment = try fields.optionalKey(
            "assignment",
            of: .assignment,
            "The assignment to which it led, if that is recorded already."
        )
        note = try fields.optionalText("note", "More about it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let subject = check.entry.subject
        guard let open = check.state.post(subject.key)?.recruitments.last, open.closed == nil else {
            throw .roles(.notRecruiting(subject.key))
        }
        try check.demandNotBefore(open.opened.happening, subject)
        guard let assignment, let role = check.state.assignment(assignment)?.role else { return }
        try check.demand(role == subject, .roles(.assignedElsewhere(assignment, role)))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let key = entry.subject.key
        guard let last = state.roles.posts[key]?.recruitments.indices.last else { return }
        state.roles.posts[key]?.recruitments[last].closed = Recorded(self, entry)
    }
}

extension Check {
    /// Refuses what concerns a post that is no more.
    fileprivate mutating func demandNotOver(of post: Post, _ subject: Subject) throws(Refusal) {
        guard let end = post.life.to else { return }
        try demand(end.bounds.isAtOrBefore(instant).negated, .roles(.roleClosed(subject, end)))
    }
}
