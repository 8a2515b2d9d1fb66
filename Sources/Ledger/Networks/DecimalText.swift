// SPDX-License-Identifier: Apache-2.0

/// A computed figure as decimal text, as it stands in answers and exports.
///
/// Answers have no floating-point numbers, whose text and precision differ from reader to reader. The text is
/// `-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?`: at most 12 significant digits, no exponent, no zeros at the end of
/// the fraction, and zero is `0`. What is rounded is the shortest decimal that identifies the number, halves
/// away from zero.
public struct DecimalText: Hashable, Sendable {
    /// The most significant digits.
    public static let maximumDigits = 12

    /// The text.
    public let text: String

    /// The text of a number; nil for one that is not finite.
    public init?(_ number: Double) {
        guard number.isFinite else { return nil }
        let decimal = Decimal(number.magnitude).rounded(to: Self.maximumDigits)
        text = number < 0 && !decimal.digits.isEmpty ? "-" + decimal.text : decimal.text
    }
}

extension DecimalText: CustomStringConvertible {
    public var description: String { text }
}

/// A number from 0, as 0.ddd times a power of ten; zero has no digits.
private struct Decimal {
    /// The values of the digits, the first and the last of them not 0.
    var digits: [UInt8] = []
    /// The place of the decimal point, counted from before the first digit.
    var point = 0

    /// The shortest decimal that identifies a finite number.
    init(_ number: Double) {
        // The description is digits with a point, then perhaps `e` and the power of ten to multiply by.
        let parts = number.description.split(separator: "e")
        var fraction = false
        for character in parts.first?.utf8 ?? "".utf8[...] {
            if character == UInt8(ascii: ".") {
                fraction = true
                continue
            }
            let digit = character - UInt8(ascii: "0")
            if !fraction, digit > 0 || !digits.isEmpty { point += 1 }
            if fraction, digit == 0, digits.isEmpty { point -= 1 }
            if digit > 0 || !digits.isEmpty { digits.append(digit) }
        }
        if parts.count > 1 { point += Int(parts[1]) ?? 0 }
        dropZeros()
    }

    /// The nearest number with so many digits.
    func rounded(to count: Int) -> Decimal {
        guard digits.count > count else { return self }
        var result = self
        result.digits.removeLast(digits.count - count)
        if digits[count] >= 5 {
            // The digits as they are carry into the first that is not 9; all nines become a 1 one place up.
            while result.digits.last == 9 { result.digits.removeLast() }
            if let last = result.digits.indices.last {
                result.digits[last] += 1
            } else {
                result.digits = [1]
                result.point += 1
            }
        }
        result.dropZeros()
        return result
    }

    private mutating func dropZeros() {
        while digits.last == 0 { digits.removeLast() }
        if digits.isEmpty { point = 0 }
    }

    /// The plain text.
    var text: String {
        let whole = (0..<max(point, 0)).map { $0 < digits.count ? digits[$0] : 0 }
        let fraction = [UInt8](repeating: 0, count: max(-point, 0)) + digits.dropFirst(max(point, 0))
        let start = whole.isEmpty ? "0" : Self.characters(whole)
        return digits.count > point && !digits.isEmpty ? start + "." + Self.characters(fraction) : start
    }

    private static func characters(_ digits: [UInt8]) -> String {
        String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
    }
}
