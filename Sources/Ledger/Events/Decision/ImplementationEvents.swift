// SPDX-License-Identifier: Apache-2.0
import HashTreeCollections

/// Work on a decision begins.
public struct ImplementationStarted: Event {
    public static let name = "implementation.started"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "Work on a decision begins."

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
        try check.demandStanding(from: [.adopted, .abandoned], "started")
        let key = check.entry.subject.key
        if let from = check.state.decision(key)?.adoption?.effectiveFrom {
            try check.demand(
                from.bounds.isAtOrBefore(check.instant),
                .decision(.notInEffect(key, from: from.text))
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

    /// What was done.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        note = try fields.optionalText("note", "What was done.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandStanding(from: [.implementing], "completed")
    }

    public func apply(_ entry: Entry, to state: inout State) { state.change(.implemented, entry) }
}

/// Work on a decision is given up.
public struct ImplementationAbandoned: Event {
    public static let name = "implementation.abandoned"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "Work on a decision is given up; the decision itself stands."

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

/// A decision is looked at again.
public struct ReviewCompleted: Event {
    public static let name = "review.completed"
    public static let kind = SubjectKind.decision
    public static let place = StreamPlace.continues
    public static let summary = "A decision is looked at again."

    /// What is to happen with it.
    public let outcome: ReviewOutcome
    /// What was found.
    public let findings: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        outcome = try fields.choice("outcome", ReviewOutcome.self, "What is to happen with the decision.")
        findings = try fields.optionalText("findings", "What was found.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        guard let status = check.state.decision(key)?.status else { return }
        try check.demand(status.stands, .decision(.status(key, status, step: "reviewed")))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.decisions.all[entry.subject.key]?.reviews
            .append(Review(outcome: outcome, findings: findings, position: entry.position))
    }
}

extension Check {
    /// Refuses to implement what no longer stands (rule 61) or is at another stage (rule 47).
    fileprivate func demandStanding(from stages: [DecisionStatus], _ step: String) throws(Refusal) {
        let key = entry.subject.key
        guard let decision = state.decision(key) else { return }
        let hasFallen = decision.status == .superseded || decision.status == .rescinded
        try demand(
            !hasFallen,
            .decision(.doesNotStand(key, decision.status, replacedBy: decision.replacedBy))
        )
        let isAllowed = stages.contains(decision.status)
        try demand(isAllowed, .decision(.status(key, decision.status, step: step)))
    }
}
