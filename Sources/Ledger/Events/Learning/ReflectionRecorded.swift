// SPDX-License-Identifier: Apache-2.0

/// Somebody looked back.
public struct ReflectionRecorded: Event, Codable, Hashable {
    public static let name = "reflection.recorded"
    public static let kind = SubjectKind.reflection
    public static let place = StreamPlace.begins
    public static let summary =
        "Somebody looked back on what the venture has gone through, in their own words."
    public static let command = "reflection add"

    /// What was said.
    public let text: Text
    /// The number of the phase on which it looks back.
    public let phase: Int?
    /// The organisation for which it was said.
    public let organisation: Key?
    /// The assignment in which it was said.
    public let assignment: Key?
    /// Who said it.
    public let person: Key?
    /// From which view of the world.
    public let perspective: Text?
    /// The event at which it was said.
    public let knowledge: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        text = try fields.text("text", "What was said, in the words of who said it.")
        phase = try fields.optionalInteger(
            "phase",
            in: 1...99,
            "The number of the phase on which it looks back."
        )
        .map { Int($0) }
        organisation = try fields.optionalKey(
            "org",
            of: .organisation,
            "The organisation or unit of who said it."
        )
        assignment = try fields.optionalKey("by", of: .assignment, "The assignment in which it was said.")
        person = try fields.optionalKey("person", of: .person, "Who said it.")
        perspective = try fields.optionalText(
            "perspective",
            "The role or view of the world from which it was said, such as front-line manager."
        )
        knowledge = try fields.optionalKey("knowledge", of: .knowledge, "The event at which it was said.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        guard let phase else { return }
        let phases = check.state.governance.venture?.phases ?? []
        try check.demand(phases.contains { $0.ordinal == phase }, .learning(.noPhase(phase)))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.learning.reflections[entry.subject.key] = Recorded(self, entry)
    }
}
