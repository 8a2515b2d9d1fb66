// SPDX-License-Identifier: Apache-2.0

/// Comma-separated values as RFC 4180 has them, safe to open in a spreadsheet.
///
///     file   = *(record CRLF)
///     record = field *("," field)
///     field  = text without `,` `"` CR LF / DQUOTE *(text / 2DQUOTE) DQUOTE
///
/// A field that a spreadsheet would take for a formula, because it begins with `=`, `+`, `-`, `@`, TAB or CR,
/// gets an apostrophe before it.
public struct CSV: Sendable {
    /// The text so far, in UTF-8.
    public private(set) var text: String

    /// Begins with the record of names.
    public init(header: [String]) {
        text = ""
        append(header)
    }

    /// Adds a record.
    public mutating func append(_ fields: [String]) {
        text += fields.map(Self.field).joined(separator: ",") + "\r\n"
    }

    private static func field(_ value: String) -> String {
        var value = value
        if let first = value.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) {
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
}
