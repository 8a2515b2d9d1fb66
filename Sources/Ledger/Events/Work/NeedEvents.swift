// SPDX-License-Identifier: Apache-2.0

/// Somebody needs something that partners could only give together.
public struct NeedIdentified: Event, Codable, Hashable {
    public static let name = "need.identified"
    public static let kind = SubjectKind.need
    public static let place = StreamPlace.begins
    public static let summary = "Something is needed: what a proposal may later rest on, with because."
    public static let command = "need add"

    /// What is needed, in one line.
    public let title: Text
    /// The need at length.
    public let statement: Text?
    /// The groups of people whom it affects, in words.
    public let affected: Text?
    /// The organisation that raised it.
    public let organisation: Key?
    /// The interface between services at which it shows.
    public let interface: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.text("title", "What is needed, in one line.")
        statement = try fields.optionalText("statement", "The need at length.")
        affected = try fields.optionalText("affected", "The groups of people whom it affects, in words.")
        organisation = try fields.optionalKey("org", of: .organisation, "The organisation that raised it.")
        interface = try fields.optionalKey(
            "interface",
            of: .interface,
            "The interface between services at which it shows."
        )
    }

    public func check(_ check: inout Check) throws(Refusal) {}

    public func apply(_ entry: Entry, to state: inout State) {
        state.work.needs[entry.subject.key] = Need(Recorded(self, entry))
    }
}

/// How a need ended.
public enum NeedOutcome: String, CaseIterable, Codable, Sendable {
    /// It is met.
    case met
    /// Whoever raised it no longer does.
    case withdrawn
    /// It is accepted that it will not be met.
    case accepted
}

/// A need is met, withdrawn or left unmet.
public struct NeedClosed: Event, Codable, Hashable {
    public static let name = "need.closed"
    public static let kind = SubjectKind.need
    public static let place = StreamPlace.continues
    public static let summary = "A need is met, withdrawn, or accepted as one that will not be met."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "need close"

    /// How it ended.
    public let outcome: NeedOutcome
    /// The decision to which that is owed.
    public let decision: Key?
    /// More about it.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        outcome = try fields.choice("outcome", NeedOutcome.self, "How it ended.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision that led to it.")
        note = try fields.optionalText("note", "More about it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demandEnds(check.state.need(check.entry.subject.key))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.work.needs[entry.subject.key]?.closed = Recorded(self, entry)
        state.link(decision: decision, to: entry.subject)
    }
}
