// SPDX-License-Identifier: Apache-2.0

/// A misconception about innovation was met.
///
/// The Care Quality Commission's page on enabling innovation counts four. Their names are not in what was
/// read for this ledger, so the recorder says what it is.
public struct MisconceptionFlagged: Event, Codable, Hashable {
    public static let name = "misconception.flagged"
    public static let kind = SubjectKind.misconception
    public static let place = StreamPlace.begins
    public static let summary = "One of the four misconceptions about innovation was met."

    /// Its number.
    public let number: Int64
    /// What it is, in the recorder's words.
    public let title: Text
    /// Where it was met.
    public let observedIn: Subject?
    /// The organisation in which it was met.
    public let organisation: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        number = try fields.integer("number", in: 1...4, "Which of the four it is.")
        title = try fields.text("title", "What it is and how it showed, in your own words.")
        observedIn = try fields.optionalSubject(
            "observedIn",
            of: AfterActionReviewHeld.matters,
            "Where it was met, such as a meeting or a decision."
        )
        organisation = try fields.optionalKey(
            "org",
            of: .organisation,
            "The organisation or unit in which it was met."
        )
    }

    public func check(_ check: inout Check) throws(Refusal) {}

    public func apply(_ entry: Entry, to state: inout State) {
        state.learning.misconceptions[entry.subject.key] = Recorded(self, entry)
    }
}
