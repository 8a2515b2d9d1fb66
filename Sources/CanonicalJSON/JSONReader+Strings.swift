// SPDX-License-Identifier: Apache-2.0

extension JSONReader {
    /// A string whose opening quotation mark is at the position (RFC 8259 section 7).
    mutating func string(_ bytes: Span<UInt8>) throws(JSONError) -> String {
        let start = position + 1
        var end = start
        var hasEscapes = false
        scan: while end < bytes.count {
            switch bytes[end] {
            case UInt8(ascii: "\""): break scan
            case UInt8(ascii: "\\"):
                hasEscapes = true
                end += 2
            case 0..<0x20: throw .controlCharacter(offset: end)
            default: end += 1
            }
        }
        guard end < bytes.count else { throw .unexpectedEnd }
        position = end + 1
        do {
            // An escape is ASCII throughout, so the characters around it are whole exactly when the range is.
            let raw = try UTF8Span(validating: bytes.extracting(start..<end))
            if !hasEscapes { return String(copying: raw) }
        } catch {
            throw .invalidUTF8(offset: start + error.byteOffsets.lowerBound)
        }
        return try unescaped(bytes, start..<end)
    }

    /// The text of a range of valid UTF-8, its escapes replaced.
    private func unescaped(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(JSONError) -> String {
        var text: [UInt8] = []
        text.reserveCapacity(range.count)
        var offset = range.lowerBound
        while offset < range.upperBound {
            guard bytes[offset] == UInt8(ascii: "\\") else {
                text.append(bytes[offset])
                offset += 1
                continue
            }
            if bytes[offset + 1] == UInt8(ascii: "u") {
                let (scalar, length) = try escapedScalar(bytes, offset..<range.upperBound)
                text.append(contentsOf: scalar.utf8)
                offset += length
            } else {
                text.append(try escapedByte(bytes[offset + 1], at: offset))
                offset += 2
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// What the byte after a backslash stands for.
    private func escapedByte(_ byte: UInt8, at offset: Int) throws(JSONError) -> UInt8 {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "r"): 0x0D
        default: throw .invalidEscape(offset: offset)
        }
    }

    /// The scalar of `\uXXXX`, or of the two that make a surrogate pair, and the number of bytes they take.
    private func escapedScalar(
        _ bytes: Span<UInt8>,
        _ range: Range<Int>
    ) throws(JSONError) -> (scalar: Unicode.Scalar, length: Int) {
        let first = try escapedUnit(bytes, range)
        if first == 0 { throw .nullCharacter(offset: range.lowerBound) }
        if let scalar = Unicode.Scalar(first) { return (scalar, 6) }
        let rest = range.dropFirst(6)
        guard UTF16.isLeadSurrogate(first), rest.count >= 2,
            bytes[rest.lowerBound] == UInt8(ascii: "\\"), bytes[rest.lowerBound + 1] == UInt8(ascii: "u")
        else { throw .loneSurrogate(offset: range.lowerBound) }
        let second = try escapedUnit(bytes, rest)
        guard UTF16.isTrailSurrogate(second),
            let scalar = Unicode.Scalar(0x10000 + UInt32(first & 0x3FF) << 10 + UInt32(second & 0x3FF))
        else { throw .loneSurrogate(offset: range.lowerBound) }
        return (scalar, 12)
    }

    /// The UTF-16 code unit of `\uXXXX` at the start of a range.
    private func escapedUnit(_ bytes: Span<UInt8>, _ range: Range<Int>) throws(JSONError) -> UInt16 {
        guard range.count >= 6 else { throw .invalidEscape(offset: range.lowerBound) }
        var unit: UInt16 = 0
        for index in range.lowerBound + 2..<range.lowerBound + 6 {
            switch bytes[index] {
            case let digit where UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit:
                unit = unit << 4 | UInt16(digit - UInt8(ascii: "0"))
            case let digit where UInt8(ascii: "a")...UInt8(ascii: "f") ~= digit | 0x20:
                unit = unit << 4 | UInt16((digit | 0x20) - UInt8(ascii: "a") + 10)
            default: throw .invalidEscape(offset: range.lowerBound)
            }
        }
        return unit
    }
}
