// SPDX-License-Identifier: Apache-2.0

/// A part of the venture's life is over.
public struct PhaseClosed: Event {
    public static let name = "phase.closed"
    public static let kind = SubjectKind.venture
    public static let place = StreamPlace.continues
    public static let summary = "A part of the venture's life is over; the next may begin later."
    public static let rules: [Rule] = [.phasesInOrder, .lifeAllows]

    /// The number of the phase.
    public let ordinal: Int
    /// From when it no longer lasts.
    public let to: EDTF?
    /// What ended it, or how that is known.
    public let reason: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        ordinal = Int(try fields.integer("ordinal", in: 1...99, "The number of the phase."))
        to = try fields.optionalDate("to", "From when it no longer lasts; the date of the entry when absent.")
        reason = try fields.optionalText("reason", "What ended it, or how that is known.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let phases = check.state.governance.venture?.phases ?? []
        guard let index = phases.firstIndex(where: { $0.ordinal == ordinal }) else {
            throw .governance(.noSuchPhase(ordinal))
        }
        var phase = phases[index]
        try check.demand(phase.validity.to == nil, .governance(.phaseClosed(ordinal)))
        phase.validity.to = to ?? check.entry.happened
        try check.demandOrder(of: phase.validity)
        guard phases.indices.contains(index + 1) else { return }
        let next = phases[index + 1]
        try check.demand(phase.isBefore(next), .governance(.phasesOverlap(ordinal, next.ordinal)))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        guard let index = state.governance.venture?.phases.firstIndex(where: { $0.ordinal == ordinal }) else {
            return
        }
        state.governance.venture?.phases[index].validity.to = to ?? entry.happened
        state.governance.venture?.phases[index].closedBy = entry.position
    }
}
