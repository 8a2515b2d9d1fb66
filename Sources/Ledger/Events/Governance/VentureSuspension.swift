// SPDX-License-Identifier: Apache-2.0

/// The venture is held up.
public struct VentureSuspended: Event {
    public static let name = "venture.suspended"
    public static let kind = SubjectKind.venture
    public static let place = StreamPlace.continues
    public static let summary = "The venture is suspended: what begins in it meanwhile is warned of."
    public static let rules: [Rule] = [.ventureOpen, .lifeAllows]

    /// Why.
    public let reason: Text
    /// The decision that led to it.
    public let decision: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        reason = try fields.text("reason", "Why the venture is suspended.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        guard let venture = check.state.governance.venture else { return }
        try check.demand(
            check.state.ventureIsOpen(at: check.instant),
            .governance(.ventureClosed(venture.key))
        )
        try check.demand(
            venture.suspensions.last.map { $0.resumedBy != nil } ?? true,
            .governance(.ventureSuspended(venture.key))
        )
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.governance.venture?.suspensions.append(
            Suspension(validity: Validity(from: entry.happened), reason: reason, position: entry.position)
        )
        state.link(decision: decision, to: entry.subject)
    }
}

/// The venture goes on.
public struct VentureResumed: Event {
    public static let name = "venture.resumed"
    public static let kind = SubjectKind.venture
    public static let place = StreamPlace.continues
    public static let summary = "The venture, which was suspended, goes on."
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
        guard let venture = check.state.governance.venture else { return }
        let last = venture.suspensions.last
        guard let last, last.resumedBy == nil else { throw .governance(.ventureNotSuspended(venture.key)) }
        try check.demandOrder(of: Validity(from: last.validity.from, to: check.entry.happened))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        if let last = state.governance.venture?.suspensions.indices.last {
            state.governance.venture?.suspensions[last].validity.to = entry.happened
            state.governance.venture?.suspensions[last].resumedBy = entry.position
        }
        state.link(decision: decision, to: entry.subject)
    }
}
