// SPDX-License-Identifier: Apache-2.0

/// Work on a decision begins.
public struct ImplementationStarted: Event {
    public static let name = "implementation.started"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "Work on a decision begins."
    public static let rules: [Rule] = [
        .endedRoleCannotAct, .statusAllows, .supersededCannotBeImplemented, .notBeforeEffective,
        .urgentRatified,
    ]
    public static let command = "decision start"

    /// Who is responsible.
    public let owner: Key?
    /// The organisations that do it.
    public let organisations: [Key]
    /// What is planned.
    public let plan: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        owner = try fields.optionalKey("owner", of: .assignment, "The assignment of whoever is responsible.")
        organisations = try fields.keys("organisations", of: .organisation, "The organisations that do it.")
        plan = try fields.optionalText("plan", "What is planned.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandStanding(from: [.adopted, .abandoned, .urgent], "started")
        check.warnIfUnratified()
        let key = check.entry.subject.key
        if let from = check.state.decision(key)?.adoption?.effectiveFrom {
            try check.demand(
                from.bounds.isAtOrBefore(check.instant),
                .decision(.notInEffect(key, from: from.text))
            )
        }
        if let until = check.state.decision(key)?.adoption?.callInUntil {
            try check.demand(
                check.entry.when.isAtOrAfter(until.bounds.latestOrFuture),
                .decision(.callInOpen(key, until: until.text))
            )
        }
        if let owner {
            try check.demand(
                check.state.roleStands(owner, at: check.instant),
                .decision(.roleEnded(owner, key))
            )
        }
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.change(.implementing, entry)
        state.decisions.all[entry.subject.key]?.wasImplemented = true
    }
}

/// Work on a decision is done.
public struct ImplementationCompleted: Event {
    public static let name = "implementation.completed"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "Work on a decision is done."
    public static let rules: [Rule] = [.statusAllows, .supersededCannotBeImplemented, .urgentRatified]
    public static let command = "decision complete"

    /// What was done.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        note = try fields.optionalText("note", "What was done.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandStanding(from: [.implementing], "completed")
        check.warnIfUnratified()
    }

    public func apply(_ entry: Entry, to state: inout State) { state.change(.implemented, entry) }
}

/// Work on a decision is given up.
public struct ImplementationAbandoned: Event {
    public static let name = "implementation.abandoned"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "Work on a decision is given up; the decision itself stands."
    public static let rules: [Rule] = [.statusAllows, .supersededCannotBeImplemented]
    public static let command = "decision abandon"

    /// Why.
    public let reason: Text

    public init(_ fields: inout Fields) throws(FieldError) {
        reason = try fields.text("reason", "Why.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandStanding(from: [.implementing], "abandoned")
    }

    public func apply(_ entry: Entry, to state: inout State) { state.change(.abandoned, entry) }
}

/// The implementation has reached something; what blocked it no longer does.
public struct MilestoneReached: Event, Codable, Hashable {
    public static let name = "implementation.milestone.reached"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "An implementation has reached something; what blocked it no longer does."
    public static let rules: [Rule] = [.statusAllows, .supersededCannotBeImplemented, .urgentRatified]
    public static let command = "decision milestone"

    /// What it has reached.
    public let title: Text
    /// More about it.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.text("title", "What it has reached, in a few words.")
        note = try fields.optionalText("note", "More about it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandStanding(from: [.implementing], "carried further")
        check.warnIfUnratified()
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.decisions.all[entry.subject.key]?.milestones.append(Recorded(self, entry))
    }
}

/// The implementation cannot go on; a later milestone, or its end, says that it did.
public struct ImplementationBlocked: Event, Codable, Hashable {
    public static let name = "implementation.blocked"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary =
        "An implementation cannot go on, until its next milestone or until the barrier is removed."
    public static let rules: [Rule] = [.statusAllows, .supersededCannotBeImplemented]
    public static let command = "decision block"

    /// What stops it.
    public let reason: Text
    /// The barrier that stops it.
    public let barrier: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        reason = try fields.text("reason", "What stops it.")
        barrier = try fields.optionalKey("barrier", of: .barrier, "The barrier that stops it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandStanding(from: [.implementing], "blocked")
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.decisions.all[entry.subject.key]?.blocks.append(Recorded(self, entry))
    }
}

extension Check {
    /// Warns of carrying out what was decided in urgency and certainly not ratified in time (rule 66).
    fileprivate mutating func warnIfUnratified() {
        guard let decision = state.decision(entry.subject.key) else { return }
        warn(.urgentRatified, unless: state.isUnratified(decision, at: instant) != .yes)
    }

    /// Refuses to implement what no longer stands (rule 61) or is at another stage (rule 47).
    fileprivate func demandStanding(from stages: [DecisionStatus], _ step: String) throws(Refusal) {
        let key = entry.subject.key
        guard let decision = state.decision(key) else { return }
        try demand(
            !decision.status.hasFallen,
            .decision(.doesNotStand(key, decision.status, replacedBy: decision.replacedBy))
        )
        let isAllowed = stages.contains(decision.status)
        try demand(isAllowed, .decision(.status(key, decision.status, step: step)))
    }
}
