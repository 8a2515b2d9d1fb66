// SPDX-License-Identifier: Apache-2.0

extension DecimalNumber {
    /// The number of so many billionths, written with as few digits as it has; nil beyond what a text can hold.
    init?(billionths: Int128) {
        let unit: Int128 = 1_000_000_000
        let magnitude = billionths.magnitude
        var fraction = String(magnitude % UInt128(unit))
        fraction = String(repeating: "0", count: 9 - fraction.utf8.count) + fraction
        while fraction.hasSuffix("0") { fraction.removeLast() }
        let whole = "\(billionths < 0 ? "-" : "")\(magnitude / UInt128(unit))"
        self.init(fraction.isEmpty ? whole : "\(whole).\(fraction)")
    }

    /// A ratio times a factor, to the nearest billionth, halves to the even one; nil for a ratio of nothing, and
    /// beyond what a text can hold.
    init?(_ numerator: Int64, of denominator: Int64, per factor: Int64) {
        guard denominator > 0 else { return nil }
        let billionths = Int128(numerator) * Int128(factor) * 1_000_000_000
        self.init(billionths: billionths.divided(by: Int128(denominator)))
    }

    /// The middle one of some numbers, or the mean of the two middle ones, exact to a billionth, halves to the even
    /// one; nil of none.
    static func median(_ numbers: [DecimalNumber]) -> DecimalNumber? {
        guard !numbers.isEmpty else { return nil }
        let sorted = numbers.map(\.billionths).sorted()
        let middle = sorted.count / 2
        guard sorted.count.isMultiple(of: 2) else { return DecimalNumber(billionths: sorted[middle]) }
        return DecimalNumber(billionths: (sorted[middle - 1] + sorted[middle]).divided(by: 2))
    }

    /// What has to be added to another to give this; nil beyond what a text can hold.
    func difference(from other: DecimalNumber) -> DecimalNumber? {
        DecimalNumber(billionths: billionths - other.billionths)
    }
}

extension Int128 {
    /// The quotient by a positive divisor, to the nearest whole number, halves to the even one.
    func divided(by divisor: Int128) -> Int128 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        let twice = remainder.magnitude * 2
        let isAway =
            twice > divisor.magnitude || (twice == divisor.magnitude && !quotient.isMultiple(of: 2))
        return isAway ? quotient + (self < 0 ? -1 : 1) : quotient
    }
}
