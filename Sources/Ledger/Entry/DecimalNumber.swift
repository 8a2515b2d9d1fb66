// SPDX-License-Identifier: Apache-2.0

/// An exact decimal number, as an entry holds it: the value of an observation, a target, a strength.
///
///     text = [ "-" ] ( "0" / nonzero *17DIGIT ) [ "." 1*9DIGIT ]
///
/// It is kept as a whole number of billionths, so comparing and adding are exact. The text is kept as given: `1.50`
/// and `1.5` are the same number with different texts.
public struct DecimalNumber: Hashable, Codable, Sendable, Comparable, CustomStringConvertible {
    private static let fractionDigits = 9
    private static let wholeDigits = 18
    private static let unit: Int128 = 1_000_000_000

    /// The text as given.
    public let description: String
    /// The value in billionths.
    public let billionths: Int128

    /// Reads a number; nil for a text of another form, `-0` among them.
    public init?(_ text: String) {
        var digits = Substring(text).utf8
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative { digits = digits.dropFirst() }
        let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard let whole = parts.first, (1...Self.wholeDigits).contains(whole.count), parts.count <= 2,
            whole.count == 1 || whole.first != UInt8(ascii: "0")
        else { return nil }
        var value: Int128 = 0
        for digit in whole {
            guard (48...57).contains(digit) else { return nil }
            value = value * 10 + Int128(digit - 48)
        }
        let fraction = parts.count == 2 ? parts[1] : Substring("").utf8
        guard parts.count == 1 || (1...Self.fractionDigits).contains(fraction.count) else { return nil }
        for place in 0..<Self.fractionDigits {
            let index = fraction.index(fraction.startIndex, offsetBy: place, limitedBy: fraction.endIndex)
            let digit = index.flatMap { $0 < fraction.endIndex ? fraction[$0] : nil } ?? 48
            guard (48...57).contains(digit) else { return nil }
            value = value * 10 + Int128(digit - 48)
        }
        guard !(isNegative && value == 0) else { return nil }
        description = text
        billionths = isNegative ? -value : value
    }

    /// A whole number.
    public init(_ whole: Int64) {
        description = "\(whole)"
        billionths = Int128(whole) * Self.unit
    }

    /// The nearest number in binary floating point, for measures that have no exact value.
    public var approximate: Double { Double(billionths) / 1e9 }

    public static func == (left: DecimalNumber, right: DecimalNumber) -> Bool {
        left.billionths == right.billionths
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(billionths) }

    public static func < (left: DecimalNumber, right: DecimalNumber) -> Bool {
        left.billionths < right.billionths
    }
}
