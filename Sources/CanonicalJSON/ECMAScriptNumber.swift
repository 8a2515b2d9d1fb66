// SPDX-License-Identifier: Apache-2.0

/// A finite double, not zero, taken apart as ECMAScript's Number::toString does (ECMA-262 section
/// 6.1.6.1.20).
///
/// `Double.description` gives the shortest digits that round-trip, and of these the closest to the value,
/// which are the digits ECMAScript wants; only where the point goes and when an exponent appears differ.
struct ECMAScriptNumber {
    private let isNegative: Bool

    /// The significant digits in ASCII, neither beginning nor ending with zero.
    private var digits: [UInt8] = []

    /// Where the point is, counted in digits from the first: the value is 0.digits × 10^point.
    private var point = 0

    init(_ value: Double) {
        isNegative = value < 0
        let (mantissa, exponent) = Self.split(value.magnitude.description)
        var seenPoint = false
        for byte in mantissa {
            if byte == UInt8(ascii: ".") {
                seenPoint = true
            } else if byte == UInt8(ascii: "0"), digits.isEmpty {
                if seenPoint { point -= 1 }
            } else {
                digits.append(byte)
                if !seenPoint { point += 1 }
            }
        }
        point += exponent
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
    }

    /// The parts of a description such as `1.5e-07` before and after the exponent sign.
    private static func split(_ description: String) -> (mantissa: Substring.UTF8View, exponent: Int) {
        guard let mark = description.firstIndex(of: "e") else { return (description[...].utf8, 0) }
        return (description[..<mark].utf8, Int(description[description.index(after: mark)...]) ?? 0)
    }

    /// Appends the number in ECMAScript's notation.
    func write(to output: inout [UInt8]) {
        if isNegative { output.append(UInt8(ascii: "-")) }
        switch point {
        case digits.count...21 where digits.count <= 21:
            output.append(contentsOf: digits)
            appendZeros(point - digits.count, to: &output)
        case 1...21:
            output.append(contentsOf: digits[..<point])
            output.append(UInt8(ascii: "."))
            output.append(contentsOf: digits[point...])
        case -5...0:
            output.append(contentsOf: "0.".utf8)
            appendZeros(-point, to: &output)
            output.append(contentsOf: digits)
        default:
            output.append(contentsOf: digits.prefix(1))
            if digits.count > 1 { output.append(UInt8(ascii: ".")) }
            output.append(contentsOf: digits.dropFirst())
            output.append(contentsOf: point > 0 ? "e+".utf8 : "e-".utf8)
            WrittenNumbers.write(Int64((point - 1).magnitude), to: &output)
        }
    }

    private func appendZeros(_ count: Int, to output: inout [UInt8]) {
        output.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: count))
    }
}
