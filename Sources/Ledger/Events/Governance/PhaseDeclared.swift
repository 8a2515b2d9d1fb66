// SPDX-License-Identifier: Apache-2.0

/// A part of the venture's life gets a number and a name.
public struct PhaseDeclared: Event {
    public static let name = "phase.declared"
    public static let kind = SubjectKind.venture
    public static let place = StreamPlace.continues
    public static let summary =
        "A part of the venture's life gets a number and a name, often looking back."
    public static let rules: [Rule] = [.phasesInOrder, .lifeAllows]

    /// Its number.
    public let ordinal: Int
    /// What it is called.
    public let title: Text
    /// When it was.
    public let validity: Validity

    public init(_ fields: inout Fields) throws(FieldError) {
        ordinal = Int(
            try fields.integer("ordinal", in: 1...99, "Its number: a later phase has a higher one.")
        )
        title = try fields.text("title", "What the phase is called.")
        validity = try fields.validity(
            "From when it lasts; when the entry happened if absent. Without to it lasts until the next phase."
        )
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let phase = phase(check.entry)
        try check.demandOrder(of: phase.validity)
        for other in check.state.governance.venture?.phases ?? [] {
            try check.demand(other.ordinal != ordinal, .governance(.phaseDeclared(ordinal)))
            let (earlier, later) = other.ordinal < ordinal ? (other, phase) : (phase, other)
            try check.demand(
                earlier.isBefore(later),
                .governance(.phasesOverlap(earlier.ordinal, later.ordinal))
            )
        }
    }

    public func apply(_ entry: Entry, to state: inout State) {
        guard var phases = state.governance.venture?.phases else { return }
        phases.insert(phase(entry), at: phases.firstIndex { $0.ordinal > ordinal } ?? phases.count)
        state.governance.venture?.phases = phases
    }

    private func phase(_ entry: Entry) -> Phase {
        Phase(ordinal: ordinal, title: title, validity: validity.since(entry), position: entry.position)
    }
}

extension Check {
    /// Refuses a fact that ends before it begins.
    mutating func demandOrder(of validity: Validity) throws(Refusal) {
        let subject = entry.subject
        try demand(validity.beginsBeforeItEnds, .governance(.endsBeforeItBegins(subject)))
    }
}
