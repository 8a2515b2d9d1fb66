// SPDX-License-Identifier: Apache-2.0

/// A piece of work begins.
public struct InitiativeStarted: Event {
    public static let name = "initiative.started"
    public static let kind = SubjectKind.initiative
    public static let place = StreamPlace.begins
    public static let summary = "A piece of work within the venture, or before it, begins."
    public static let rules: [Rule] = [.ventureOpen]

    /// What it is called.
    public let title: Text
    /// What it is for.
    public let purpose: Text?
    /// The decision that led to it.
    public let decision: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.text("title", "What the initiative is called.")
        purpose = try fields.optionalText("purpose", "What it is for.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandOpenVenture(at: check.instant)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.governance.initiatives[entry.subject.key] = Initiative(title: title, purpose: purpose)
        state.governance.change(entry, to: .running)
        state.link(decision: decision, to: entry.subject)
    }
}

/// A piece of work is held up.
public struct InitiativeSuspended: Event {
    public static let name = "initiative.suspended"
    public static let kind = SubjectKind.initiative
    public static let place = StreamPlace.continues
    public static let summary = "A piece of work is held up."
    public static let rules: [Rule] = [.lifeAllows]

    /// The barrier that did it.
    public let barrier: Key?
    /// Why.
    public let reason: Text

    public init(_ fields: inout Fields) throws(FieldError) {
        barrier = try fields.optionalKey("barrier", of: .barrier, "The barrier that did it.")
        reason = try fields.text("reason", "Why it is held up.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandInitiative(in: [.running], becomes: .suspended)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.governance.change(entry, to: .suspended, barrier: barrier, reason: reason)
    }
}

/// A piece of work goes on.
public struct InitiativeResumed: Event {
    public static let name = "initiative.resumed"
    public static let kind = SubjectKind.initiative
    public static let place = StreamPlace.continues
    public static let summary = "A piece of work that was held up goes on."
    public static let rules: [Rule] = [.lifeAllows]

    /// What made it possible.
    public let reason: Text?
    /// The decision that led to it.
    public let decision: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        reason = try fields.optionalText("reason", "What made it possible.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandInitiative(in: [.suspended], becomes: .running)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.governance.change(entry, to: .running, reason: reason)
        state.link(decision: decision, to: entry.subject)
    }
}

/// A piece of work is over.
public struct InitiativeEnded: Event {
    public static let name = "initiative.ended"
    public static let kind = SubjectKind.initiative
    public static let place = StreamPlace.continues
    public static let summary = "A piece of work is over, finished or given up."
    public static let rules: [Rule] = [.lifeAllows]

    /// What came of it.
    public let reason: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        reason = try fields.optionalText("reason", "What came of it, or why it was given up.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandInitiative(in: [.running, .suspended], becomes: .ended)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.governance.change(entry, to: .ended, reason: reason)
    }
}

extension Check {
    /// Refuses a step that the status does not allow, or that is dated before the last.
    fileprivate mutating func demandInitiative(
        in allowed: [InitiativeStatus],
        becomes next: InitiativeStatus
    ) throws(Refusal) {
        let subject = entry.subject
        let key = subject.key
        guard let last = state.governance.initiatives[key]?.changes.last else { return }
        try demand(
            allowed.contains(last.status),
            .governance(.initiativeIs(last.status, key, cannotBecome: next))
        )
        try demand(
            entry.happened.isEarlier(than: last.date).negated,
            .governance(.beforeLastStep(subject, last.date))
        )
    }
}

extension GovernanceState {
    /// Notes where an initiative stands from the entry on; one whose beginning is missing gets no name.
    fileprivate mutating func change(
        _ entry: Entry,
        to status: InitiativeStatus,
        barrier: Key? = nil,
        reason: Text? = nil
    ) {
        let change = Initiative.Change(
            status: status,
            date: entry.happened,
            barrier: barrier,
            reason: reason,
            position: entry.position
        )
        initiatives[entry.subject.key, default: Initiative(title: nil, purpose: nil)].changes.append(
            change
        )
    }
}
