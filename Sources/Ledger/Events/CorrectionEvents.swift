// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON

/// An entry was wrong: this is what it should have said.
///
/// Stands on the stream of the entry that it names. `Correction.swift` has the rules, because they concern history.
public struct EntryCorrected: Event {
    public static let name = "entry.corrected"
    public static let kind = SubjectKind.ledger
    public static let place = StreamPlace.continues
    public static let isOnAnyStream = true
    public static let summary =
        "An earlier entry was wrong; this is its whole content as it should have been."
    public static let rules: [Rule] = [
        .consentToCurrentRevision, .actsForItself, .correctBeforeImplementation,
    ]
    public static let command = "correct"

    /// The position of the entry.
    public let entry: UInt64
    /// The whole new content, with its own `occurred`, `sources`, `sealed` and `_sd`.
    public let data: JSONObject
    /// Why.
    public let explanation: Text

    public init(_ fields: inout Fields) throws(FieldError) {
        entry = UInt64(try fields.integer("entry", "The position of the entry that was wrong."))
        data = try fields.object(
            "data",
            "The whole content as it should have been, in the fields of that entry's type."
        )
        explanation = try fields.text("explanation", "Why it is corrected.")
    }

    public func check(_ check: inout Check) throws(Refusal) {}

    public func apply(_ entry: Entry, to state: inout State) {
        state.amendments[self.entry] = Amendment(by: entry.position, isRetraction: false)
    }
}

/// An entry should not have been recorded.
public struct EntryRetracted: Event {
    public static let name = "entry.retracted"
    public static let kind = SubjectKind.ledger
    public static let place = StreamPlace.continues
    public static let isOnAnyStream = true
    public static let summary =
        "An earlier entry should not have been recorded; it stays to be seen and no longer counts."
    public static let rules: [Rule] = [.actsForItself, .correctBeforeImplementation]
    public static let command = "retract"

    /// The position of the entry.
    public let entry: UInt64
    /// Why.
    public let explanation: Text

    public init(_ fields: inout Fields) throws(FieldError) {
        entry = UInt64(try fields.integer("entry", "The position of the entry."))
        explanation = try fields.text("explanation", "Why it is retracted.")
    }

    public func check(_ check: inout Check) throws(Refusal) {}

    public func apply(_ entry: Entry, to state: inout State) {
        state.amendments[self.entry] = Amendment(by: entry.position, isRetraction: true)
    }
}
