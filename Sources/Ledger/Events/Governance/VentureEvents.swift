// SPDX-License-Identifier: Apache-2.0

/// The venture that the ledger is about is established.
public struct VentureEstablished: Event {
    public static let name = "venture.established"
    public static let kind = SubjectKind.venture
    public static let place = StreamPlace.begins
    public static let summary = "The venture that the ledger is about is established; there is one."
    public static let rules: [Rule] = [.oneVenture]

    /// What it is called.
    public let title: Text
    /// Its legal form.
    public let form: VentureForm
    /// What it is for.
    public let purpose: Text?
    /// The decision that led to it.
    public let decision: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.text("title", "What the venture is called.")
        form = try fields.choice("form", VentureForm.self, "Its legal form.")
        purpose = try fields.optionalText("purpose", "What it is for.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        guard let venture = check.state.governance.venture else { return }
        throw .governance(.anotherVenture(venture.key))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.governance.venture = Venture(
            key: entry.subject.key,
            names: Names(title, position: entry.position),
            form: form,
            purpose: purpose,
            validity: Validity(from: entry.happened)
        )
        state.link(decision: decision, to: entry.subject)
    }
}

/// The venture gets another name.
public struct VentureRenamed: Event {
    public static let name = "venture.renamed"
    public static let kind = SubjectKind.venture
    public static let place = StreamPlace.continues
    public static let summary = "The venture gets another name from a date; the earlier ones stay."
    public static let rules: [Rule] = [.ventureOpen]

    /// The new name.
    public let title: Text

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.text("title", "What the venture is called from now on.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandOpenVenture(at: check.instant)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.governance.venture?.names.rename(title, from: entry.happened, position: entry.position)
    }
}

/// The venture ends.
public struct VentureClosed: Event {
    public static let name = "venture.closed"
    public static let kind = SubjectKind.venture
    public static let place = StreamPlace.continues
    public static let summary =
        "The venture ends: nobody joins it and nothing is constituted in it any more."
    public static let rules: [Rule] = [.ventureOpen, .lifeAllows]

    /// Why.
    public let reason: Text

    public init(_ fields: inout Fields) throws(FieldError) {
        reason = try fields.text("reason", "Why the venture ends.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        guard let venture = check.state.governance.venture else { return }
        try check.demand(venture.validity.to == nil, .governance(.ventureClosed(venture.key)))
        try check.demandOrder(of: venture.validity.clipped(to: Validity(to: check.entry.happened)))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.governance.venture?.validity.to = entry.happened
        state.governance.venture?.closingReason = reason
    }
}

extension Check {
    /// Refuses what nobody does in a venture that has been closed; warns while it is suspended.
    mutating func demandOpenVenture(at t: Timestamp) throws(Refusal) {
        guard let venture = state.governance.venture else { return }
        try demand(state.ventureIsOpen(at: t), .governance(.ventureClosed(venture.key)))
        warn(.ventureOpen, unless: state.ventureIsSuspended(at: t) == .no)
    }
}
