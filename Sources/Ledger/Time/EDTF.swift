// SPDX-License-Identifier: Apache-2.0

/// A date as people know it, in the Extended Date/Time Format: a subset of ISO 8601-2:2019 level 1, as the
/// Library of Congress publishes it (https://www.loc.gov/standards/datetime/).
///
///     text      = date / date "/" date / date "/.." / "../" date
///     date      = instant / (calendar [ "~" / "?" / "%" ])      ; approximate, uncertain, both
///     calendar  = YYYY-MM-DD / YYYY-MM / YYYY / season          ; years 0000 to 9999
///               / YYYY-MM-XX / YYYY-XX-XX / YYYY-XX / YYYX / YYXX  ; X is a digit not stated
///     season    = YYYY-21 (March to May) / YYYY-22 (June to August) / YYYY-23 (September to November)
///               / YYYY-24 (December to February of the next year)
///     instant   = YYYY-MM-DDThh:mm:ss[.f to .ffffff] ( "Z" / "+hh:mm" / "-hh:mm" )
///
/// An interval means *some instant within*, from the first instant of its start to the last of its end.
/// Calendar dates are taken in UTC. The text is kept as given; two values are equal if their texts are, so
/// `2019` is not `2019-01/2019-12` although their bounds are the same.
public struct EDTF: Codable, Sendable, CustomStringConvertible {
    /// The most bytes a text has: two instants with microseconds and offset, and the slash.
    public static let maximumBytes = 65

    /// What the text says.
    enum Content: Codable, Sendable {
        /// One date.
        case date(EDTFDate)
        /// Some instant from the start of one date to the end of another.
        case interval(EDTFDate, EDTFDate)
        /// Some instant from the start of the date on.
        case onwards(EDTFDate)
        /// Some instant up to the end of the date.
        case until(EDTFDate)
    }

    /// The text as given; ASCII.
    public let text: String
    /// The instants that may be meant.
    public let bounds: Bounds
    let content: Content

    /// Reads a date.
    ///
    /// - Throws: `EDTFError`, which says in one line what would be accepted.
    public init(_ text: String) throws(EDTFError) {
        let content = try EDTFParser(text: text).content()
        self.text = text
        self.content = content
        switch content {
        case .date(let date): bounds = date.bounds
        case .onwards(let start): bounds = Bounds(from: start.bounds.earliest, until: nil)
        case .until(let end): bounds = Bounds(from: nil, until: end.bounds.latest)
        case .interval(let start, let end):
            guard let within = Bounds(earliest: start.bounds.earliest, latest: end.bounds.latest) else {
                throw .endsBeforeStart(text)
            }
            bounds = within
        }
    }

    /// Exactly the instant, written to the microsecond; the end of time counts as the microsecond before it.
    public static func instant(_ t: Timestamp) -> EDTF { EDTF(instant: t) }

    private init(instant: Timestamp) {
        bounds = Bounds(instant: instant)
        let start = bounds.earliestOrPast
        text = start.description
        content = .date(EDTFDate(form: .instant(start), isApproximate: false, isUncertain: false))
    }

    /// Whether a date of it is marked approximate (`~` or `%`).
    public var isApproximate: Bool { contains { $0.isApproximate } }

    /// Whether a date of it is marked uncertain (`?` or `%`).
    public var isUncertain: Bool { contains { $0.isUncertain } }

    /// The text as given.
    public var description: String { text }

    private func contains(_ property: (EDTFDate) -> Bool) -> Bool {
        switch content {
        case .date(let date), .onwards(let date), .until(let date): property(date)
        case .interval(let start, let end): property(start) || property(end)
        }
    }
}

extension EDTF: Hashable {
    /// Whether both are the same text.
    public static func == (left: EDTF, right: EDTF) -> Bool { left.text == right.text }

    /// Feeds the text.
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
