// SPDX-License-Identifier: Apache-2.0

/// How what was tried turned out.
public enum FindingOutcome: String, CaseIterable, Codable, Sendable {
    case success, partial, failure
}

/// Something was found out.
public struct FindingRecorded: Event, Codable, Hashable {
    public static let name = "finding.recorded"
    public static let kind = SubjectKind.finding
    public static let place = StreamPlace.begins
    public static let summary = "Something was found out about what was tried."
    public static let command = "finding add"

    /// What was found, in words.
    public let title: Text
    /// How what was tried turned out.
    public let outcome: FindingOutcome?
    /// The organisation that found it.
    public let organisation: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.text("title", "What was found.")
        outcome = try fields.optionalChoice(
            "outcome",
            FindingOutcome.self,
            "How what was tried turned out."
        )
        organisation = try fields.optionalKey(
            "org",
            of: .organisation,
            "The organisation or unit that found it."
        )
    }

    public func check(_ check: inout Check) throws(Refusal) {}

    public func apply(_ entry: Entry, to state: inout State) {
        state.activity.findings[entry.subject.key] = Recorded(self, entry)
    }
}
