// SPDX-License-Identifier: Apache-2.0

/// Why a text is not a date; `description` is one line that shows what would be accepted.
public enum EDTFError: Error, Hashable, Sendable, CustomStringConvertible {
    /// More bytes than any accepted text has; the text itself is not kept.
    case tooLong(bytes: Int)
    /// Not in any accepted form.
    case malformed(String)
    /// An instant without seconds or offset, or otherwise misspelt after the `T`.
    case malformedInstant(String)
    /// In the right form, but the calendar has no such day, month or season.
    case noSuchDate(String)
    /// In the right form, but there is no such time of day or offset.
    case noSuchTime(String)
    /// An instant before year 0000 or after year 9999 once its offset is taken off.
    case outOfRange(String)
    /// An instant marked approximate or uncertain, which would be an exact microsecond all the same.
    case qualifiedInstant(String)
    /// An interval of which every instant of the end is before the start.
    case endsBeforeStart(String)
    /// `../..`, which says nothing.
    case openAtBothEnds
    /// A date, but not one whose end a question can be asked at.
    case notAnAsOf(String)

    /// One line of text, without control characters whatever the input had.
    public var description: String {
        switch self {
        case .tooLong(let bytes):
            "a date has at most \(EDTF.maximumBytes) bytes, not \(bytes): "
                + "write for instance 2019-08-15 or 2019-05/2019-08"
        case .malformed(let text):
            "\(Self.shown(text)) is not a date: write 2019, 2019-08, 2019-08-15, 2019-23 (autumn), "
                + "2019-08-15T10:00:00Z, 2019-05/2019-08 or 2019-05/.., "
                + "with ~ if approximate and ? if uncertain"
        case .malformedInstant(let text):
            "\(Self.shown(text)) is not an instant: write seconds and an offset, 2019-08-15T10:00:00Z or "
                + "2019-08-15T10:00:00.5+01:00"
        case .noSuchDate(let text):
            "\(Self.shown(text)) is not in the calendar: months are 01 to 12, seasons 21 to 24, "
                + "and the last day of February 2026 is 2026-02-28"
        case .noSuchTime(let text):
            "\(Self.shown(text)) is not a time of day: write 00:00:00 to 23:59:59, and an offset as in "
                + "2019-08-15T10:00:00+01:00"
        case .outOfRange(let text):
            "\(Self.shown(text)) is not within the years 0000 to 9999 in UTC: "
                + "write for instance 2019-08-15T10:00:00Z"
        case .qualifiedInstant(let text):
            "\(Self.shown(text)) is both an instant and inexact: write the day, 2019-08-15~, or an interval"
        case .endsBeforeStart(let text):
            "\(Self.shown(text)) ends before it starts: write the earlier date first, 2019-05/2019-08"
        case .openAtBothEnds:
            "../.. is open at both ends: write at least one date, 2019-05/.. or ../2019-08"
        case .notAnAsOf(let text):
            "\(Self.shown(text)) is not a date to ask for: "
                + "write 2019, 2019-08, 2019-08-15 or 2019-08-15T10:00:00Z"
        }
    }

    /// The text in quotes, all but printable ASCII escaped.
    private static func shown(_ text: String) -> String {
        "\"" + text.unicodeScalars.map { $0.escaped(asASCII: true) }.joined() + "\""
    }
}
