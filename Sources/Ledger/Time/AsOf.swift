// SPDX-License-Identifier: Apache-2.0

/// The instant a question is asked for: the end of a year, month or day in UTC, or an instant.
public struct AsOf: Hashable, Sendable {
    /// The last microsecond of what was asked for, so that all that happened within counts.
    public let instant: Timestamp

    /// Asks for an instant.
    public init(_ instant: Timestamp) { self.instant = instant }

    /// Reads `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or `YYYY-MM-DDThh:mm:ss[.ffffff]` with `Z` or an offset.
    ///
    /// - Throws: `EDTFError`; `notAnAsOf` for seasons, intervals, qualifiers and unstated digits.
    public init(_ text: String) throws(EDTFError) {
        let edtf = try EDTF(text)
        guard case .date(let date) = edtf.content, !date.isApproximate, !date.isUncertain,
            let last = edtf.bounds.last
        else { throw .notAnAsOf(text) }
        switch date.form {
        case .instant, .day, .month, .year: instant = last
        case .season, .dayOfMonth, .dayOfYear, .monthOfYear, .decade, .century: throw .notAnAsOf(text)
        }
    }
}
