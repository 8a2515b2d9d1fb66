// SPDX-License-Identifier: Apache-2.0

/// Writes JSON values in canonical form: the one sequence of bytes RFC 8785 (JSON Canonicalization Scheme)
/// gives a value, for hashing and signing.
///
/// - The output is UTF-8 without byte order mark and without white space between tokens (section 3.2.1,
///   3.2.4).
/// - Literals are `null`, `true`, `false` (3.2.2.1).
/// - Strings stand between quotation marks (3.2.2.2). `"` and `\` are escaped by a backslash; U+0008, U+0009,
///   U+000A, U+000C and U+000D are `\b`, `\t`, `\n`, `\f`, `\r`; every other character below U+0020 is
///   `\u00xx` with lowercase hexadecimal digits. All else stands for itself, `/`, U+007F and U+2028 too.
///   Nothing is normalised.
/// - Numbers are written as ECMAScript writes the IEEE 754 double nearest to them (3.2.2.3): the shortest
///   digits that give that double back, in plain notation from 1e-6 to below 1e21, otherwise as in `1.5e+21`
///   and `1e-7`; zero is `0` with either sign.
/// - Members are in ascending order of their names as arrays of UTF-16 code units, in every object (3.2.3).
///   Items of arrays keep their order.
///
/// One rule is stricter than RFC 8785, which would write a neighbouring value instead: an integer that fits
/// in 64 bits but is beyond ±(2^53-1) has no canonical form, however it was written. So everything this
/// writer writes is read back and written again as the same bytes.
///
/// The compact form has the same layout, but every integer is exact and every other number stands as it was
/// written.
struct CanonicalWriter<Numbers: NumberForm> {
    static func write(_ value: JSON, to output: inout [UInt8]) throws(Numbers.Failure) {
        switch value {
        case .null: append("null", to: &output)
        case .bool(true): append("true", to: &output)
        case .bool(false): append("false", to: &output)
        case .integer(let value): try Numbers.write(value, to: &output)
        case .number(let text): try Numbers.write(text, to: &output)
        case .string(let text): write(text, to: &output)
        case .array(let items):
            var separator = UInt8(ascii: "[")
            for item in items {
                output.append(separator)
                separator = UInt8(ascii: ",")
                try write(item, to: &output)
            }
            if items.isEmpty { output.append(separator) }
            output.append(UInt8(ascii: "]"))
        case .object(let object):
            var separator = UInt8(ascii: "{")
            for member in object.members {
                output.append(separator)
                separator = UInt8(ascii: ",")
                write(member.name, to: &output)
                output.append(UInt8(ascii: ":"))
                try write(member.value, to: &output)
            }
            if object.isEmpty { output.append(separator) }
            output.append(UInt8(ascii: "}"))
        }
    }

    /// Writes a string, copied whole if no byte of it needs an escape, as is usual.
    static func write(_ text: String, to output: inout [UInt8]) {
        let bytes = text.utf8.span
        output.append(UInt8(ascii: "\""))
        if bytes.indices.contains(where: { needsEscape(bytes[$0]) }) {
            for index in bytes.indices {
                let byte = bytes[index]
                if needsEscape(byte) { escape(byte, to: &output) } else { output.append(byte) }
            }
        } else {
            output.append(contentsOf: text.utf8)
        }
        output.append(UInt8(ascii: "\""))
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private static func escape(_ byte: UInt8, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: output.append(UInt8(ascii: "b"))
        case 0x09: output.append(UInt8(ascii: "t"))
        case 0x0A: output.append(UInt8(ascii: "n"))
        case 0x0C: output.append(UInt8(ascii: "f"))
        case 0x0D: output.append(UInt8(ascii: "r"))
        case 0..<0x20:
            append(byte < 0x10 ? "u000" : "u001", to: &output)
            let digit = byte & 0x0F
            output.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        default: output.append(byte)
        }
    }

    private static func append(_ word: String, to output: inout [UInt8]) {
        output.append(contentsOf: word.utf8)
    }
}

extension JSON {
    /// The canonical form of this value, as `writeCanonical(to:)` writes it.
    public func canonicalBytes() throws(CanonicalError) -> [UInt8] {
        var output: [UInt8] = []
        try writeCanonical(to: &output)
        return output
    }

    /// Appends the canonical form of this value (RFC 8785) to `output`, or throws and leaves `output` as it
    /// was.
    public func writeCanonical(to output: inout [UInt8]) throws(CanonicalError) {
        let start = output.count
        do {
            try CanonicalWriter<CanonicalNumbers>.write(self, to: &output)
        } catch {
            output.removeLast(output.count - start)
            throw error
        }
    }

    /// The canonical form of this value as text, or nil if a number has none.
    public func canonicalText() -> String? {
        guard let bytes = try? canonicalBytes() else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// This value in the layout of the canonical form, with every 64-bit integer exact and other numbers as
    /// written.
    ///
    /// This is for talking, not for hashing: values that differ only in how a number is written give
    /// different bytes. The text of a `JSON.number` made by hand that is not a JSON number is written as a
    /// string.
    public func compactBytes() -> [UInt8] {
        var output: [UInt8] = []
        CanonicalWriter<WrittenNumbers>.write(self, to: &output)
        return output
    }

    /// Whether bytes are a JSON text in canonical form: writing what they say gives the same bytes.
    public static func isCanonical(_ bytes: [UInt8]) -> Bool {
        guard let value = try? JSON(parsing: bytes) else { return false }
        return (try? value.canonicalBytes()) == bytes
    }
}
