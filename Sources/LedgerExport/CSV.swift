// SPDX-License-Identifier: Apache-2.0

/// Comma-separated values as RFC 4180 has them, safe to open in a spreadsheet.
///
///     file   = *(record CRLF)
///     record = field *("," field)
///     field  = text without `,` `"` CR LF / DQUOTE *(text / 2DQUOTE) DQUOTE
///
/// A field that a spreadsheet would take for a formula, because it begins with `=`, `+`, `-`, `@`, TAB, CR, LF or the
/// full-width form of one of the first four, gets an apostrophe before it. A plain negative number such as `-0.25` is
/// none and stays a number.
public struct CSV: Sendable {
    private static let formulaBeginnings = "=+-@\t\r\n\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars

    /// The text so far, in UTF-8.
    public private(set) var text: String

    /// Begins with the record of names.
    public init(header: [String]) { text = Self.record(header) }

    /// Adds a record.
    public mutating func append(_ fields: [String]) { text += Self.record(fields) }

    /// One record with its end, for who writes them one by one.
    public static func record(_ fields: [String]) -> String {
        fields.map(field).joined(separator: ",") + "\r\n"
    }

    private static func field(_ value: String) -> String {
        var value = value
        if let first = value.unicodeScalars.first, formulaBeginnings.contains(first), !isNumber(value) {
            value = "'" + value
        }
        let special = value.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
        guard special else { return value }
        var quoted = "\""
        for scalar in value.unicodeScalars {
            if scalar == "\"" { quoted += "\"\"" } else { quoted.unicodeScalars.append(scalar) }
        }
        return quoted + "\""
    }

    /// Whether it is `-`, digits, and perhaps a point and more digits.
    private static func isNumber(_ value: String) -> Bool {
        guard value.utf8.first == 0x2D else { return false }
        let parts = value.utf8.dropFirst().split(separator: 0x2E, omittingEmptySubsequences: false)
        return parts.count <= 2
            && parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { (0x30...0x39).contains($0) } }
    }
}
