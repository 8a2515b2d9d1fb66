// SPDX-License-Identifier: Apache-2.0

/// What kind of thing stands in the way.
public enum BarrierKind: String, CaseIterable, Codable, Sendable {
    case organisationalBoundary, culture, prioritiesShift, funding, information, trust, jurisdiction, capacity
    case other
}

/// Something stands in the way.
public struct BarrierIdentified: Event, Codable, Hashable {
    public static let name = "barrier.identified"
    public static let kind = SubjectKind.barrier
    public static let place = StreamPlace.begins
    public static let summary = "Something stands in the way of working together."
    public static let command = "barrier add"

    /// What kind of thing it is.
    public let barrier: BarrierKind
    /// What it is, in words.
    public let title: Text
    /// The organisations that it hinders.
    public let organisations: [Key]
    /// How much it hinders, from 1 (little) to 5 (stops the work).
    public let severity: Int64?

    public init(_ fields: inout Fields) throws(FieldError) {
        barrier = try fields.choice("kind", BarrierKind.self, "What kind of thing stands in the way.")
        title = try fields.text("title", "What it is, in a few words.")
        organisations = try fields.keys("organisations", of: .organisation, "The organisations it hinders.")
        severity = try fields.optionalInteger(
            "severity",
            in: 1...5,
            "How much it hinders, from 1 (little) to 5 (stops the work)."
        )
    }

    public func check(_ check: inout Check) throws(Refusal) {}

    public func apply(_ entry: Entry, to state: inout State) {
        state.activity.barriers[entry.subject.key] = Barrier(Recorded(self, entry))
    }
}

/// What stands in the way hinders more or less than it did.
public struct BarrierReassessed: Event, Codable, Hashable {
    public static let name = "barrier.reassessed"
    public static let kind = SubjectKind.barrier
    public static let place = StreamPlace.continues
    public static let summary = "What stands in the way hinders more or less than it did."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "barrier reassess"

    /// How much it hinders from then on, from 1 (little) to 5 (stops the work).
    public let severity: Int64
    /// More about it.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        severity = try fields.integer(
            "severity",
            in: 1...5,
            "How much it hinders now, from 1 (little) to 5 (stops the work)."
        )
        note = try fields.optionalText("note", "More about it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let subject = check.entry.subject
        guard let barrier = check.state.barrier(subject.key) else {
            throw .activity(.nothingToContinue(subject))
        }
        try check.demandNotBefore(barrier.identified.happening, subject)
        if let removed = barrier.removed {
            try check.demand(
                !removed.happening.certainlyPrecedes(Happening(check.entry)),
                .activity(.barrierRemoved(subject.key))
            )
        }
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.activity.barriers[entry.subject.key]?.reassessments.append(Recorded(self, entry))
    }
}

/// Something no longer stands in the way.
public struct BarrierRemoved: Event, Codable, Hashable {
    public static let name = "barrier.removed"
    public static let kind = SubjectKind.barrier
    public static let place = StreamPlace.continues
    public static let summary = "What stood in the way no longer does."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "barrier remove"

    /// The decision to which that is owed.
    public let decision: Key?
    /// More about it.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        decision = try fields.optionalKey("decision", of: .decision, "The decision that removed it.")
        note = try fields.optionalText("note", "More about it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let subject = check.entry.subject
        guard let barrier = check.state.barrier(subject.key) else {
            throw .activity(.nothingToContinue(subject))
        }
        try check.demand(barrier.removed == nil, .activity(.barrierRemoved(subject.key)))
        try check.demandNotBefore(barrier.identified.happening, subject)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.activity.barriers[entry.subject.key]?.removed = Recorded(self, entry)
        state.link(decision: decision, to: entry.subject)
    }
}
