// SPDX-License-Identifier: Apache-2.0

/// What kind of thing helps.
public enum EnablerKind: String, CaseIterable, Codable, Sendable {
    case leadership, trust, sharedPurpose, coLocation, funding, information, skills, capacity, other
}

/// Something helps working together.
public struct EnablerIdentified: Event, Codable, Hashable {
    public static let name = "enabler.identified"
    public static let kind = SubjectKind.enabler
    public static let place = StreamPlace.begins
    public static let summary = "Something helps working together."

    /// What kind of thing it is.
    public let enabler: EnablerKind
    /// What it is, in words.
    public let title: Text
    /// The organisations that it helps.
    public let organisations: [Key]
    /// The barrier that it helps to overcome.
    public let barrier: Key?
    /// What shows it.
    public let evidence: [Key]

    public init(_ fields: inout Fields) throws(FieldError) {
        enabler = try fields.choice("kind", EnablerKind.self, "What kind of thing helps.")
        title = try fields.text("title", "What it is, in a few words.")
        organisations = try fields.keys(
            "organisations",
            of: .organisation,
            "The organisations that it helps."
        )
        barrier = try fields.optionalKey("barrier", of: .barrier, "The barrier that it helps to overcome.")
        evidence = try fields.keys("evidence", of: .evidence, "What shows it.")
    }

    public func check(_ check: inout Check) throws(Refusal) {}

    public func apply(_ entry: Entry, to state: inout State) {
        state.learning.enablers[entry.subject.key] = Recorded(self, entry)
    }
}
