// SPDX-License-Identifier: Apache-2.0

extension JSONReader {
    /// A number whose first byte is at the position (RFC 8259 section 6).
    ///
    /// Only a number that is written as a 64-bit integer becomes one; `-0`, which no integer is, does not.
    mutating func number(_ bytes: Span<UInt8>) throws(JSONError) -> JSON {
        let start = position
        let isNegative = bytes[position] == UInt8(ascii: "-")
        if isNegative { position += 1 }
        var integer = Self.integer(magnitude: try wholePart(bytes), isNegative: isNegative)
        if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
            integer = nil
            position += 1
            try skipDigits(bytes)
        }
        if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
            integer = nil
            position += 1
            let sign = try peek(bytes)
            if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { position += 1 }
            try skipDigits(bytes)
        }
        if let integer { return .integer(integer) }
        return .number(String(decoding: (start..<position).map { bytes[$0] }, as: UTF8.self))
    }

    /// Whether a text is a JSON number and nothing else.
    static func isNumber(_ text: String) -> Bool {
        let bytes = text.utf8.span
        var reader = JSONReader(depthLimit: 0)
        return !bytes.isEmpty && (try? reader.number(bytes)) != nil && reader.position == bytes.count
    }

    /// The digits before a fraction, which begin with zero only if that is all; nil if 64 bits cannot hold
    /// them.
    private mutating func wholePart(_ bytes: Span<UInt8>) throws(JSONError) -> UInt64? {
        let start = position
        try skipDigits(bytes)
        if bytes[start] == UInt8(ascii: "0"), position > start + 1 { throw .invalidNumber(offset: start) }
        var magnitude: UInt64 = 0
        for index in start..<position {
            let (tens, tooLong) = magnitude.multipliedReportingOverflow(by: 10)
            let (sum, tooLarge) = tens.addingReportingOverflow(UInt64(bytes[index] - UInt8(ascii: "0")))
            if tooLong || tooLarge { return nil }
            magnitude = sum
        }
        return magnitude
    }

    /// Steps over one digit or more.
    private mutating func skipDigits(_ bytes: Span<UInt8>) throws(JSONError) {
        guard Self.isDigit(try peek(bytes)) else { throw .invalidNumber(offset: position) }
        while position < bytes.count, Self.isDigit(bytes[position]) { position += 1 }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }

    private static func integer(magnitude: UInt64?, isNegative: Bool) -> Int64? {
        guard let magnitude else { return nil }
        guard isNegative else { return Int64(exactly: magnitude) }
        return 1...Int64.min.magnitude ~= magnitude ? Int64(truncatingIfNeeded: 0 &- magnitude) : nil
    }
}
