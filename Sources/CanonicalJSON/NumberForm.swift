// SPDX-License-Identifier: Apache-2.0

/// How a writer writes numbers, the one thing in which the canonical and the compact form differ.
protocol NumberForm {
    associatedtype Failure: Error

    static func write(_ integer: Int64, to output: inout [UInt8]) throws(Failure)

    /// Writes a number that is not a 64-bit integer in the text it came from.
    static func write(_ text: String, to output: inout [UInt8]) throws(Failure)
}

/// Numbers as RFC 8785 section 3.2.2.3 writes them.
enum CanonicalNumbers: NumberForm {
    /// The integers that doubles do not skip (RFC 7493 section 2.2).
    private static let exactIntegers: ClosedRange<Int64> = -(1 << 53 - 1)...(1 << 53 - 1)

    static func write(_ integer: Int64, to output: inout [UInt8]) throws(CanonicalError) {
        guard exactIntegers.contains(integer) else { throw .integerOutOfRange(integer) }
        WrittenNumbers.write(integer, to: &output)
    }

    static func write(_ text: String, to output: inout [UInt8]) throws(CanonicalError) {
        guard JSONReader.isNumber(text), let value = Double(text) else { throw .notANumber }
        guard value.isFinite else { throw .numberOutOfRange }
        if -0x1p63 <= value, value < 0x1p63, Double(Int64(value)) == value {
            try write(Int64(value), to: &output)
        } else {
            ECMAScriptNumber(value).write(to: &output)
        }
    }
}

/// Numbers as they are, to the last digit.
enum WrittenNumbers: NumberForm {
    static func write(_ integer: Int64, to output: inout [UInt8]) {
        if integer < 0 { output.append(UInt8(ascii: "-")) }
        var digits = InlineArray<19, UInt8>(repeating: 0)
        var first = digits.count
        var rest = integer.magnitude
        repeat {
            first -= 1
            digits[first] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        } while rest > 0
        for index in first..<digits.count { output.append(digits[index]) }
    }

    static func write(_ text: String, to output: inout [UInt8]) {
        guard JSONReader.isNumber(text) else { return CanonicalWriter<Self>.write(text, to: &output) }
        output.append(contentsOf: text.utf8)
    }
}
