// SPDX-License-Identifier: Apache-2.0

extension Money {
    /// The sum of some amounts; nil of none, of amounts in different currencies, and beyond what an entry can hold.
    static func total(_ amounts: [Money]) -> Money? {
        guard let currency = amounts.first?.currency, amounts.allSatisfy({ $0.currency == currency }) else {
            return nil
        }
        return Money(wide: amounts.reduce(Int128(0)) { $0 + Int128($1.minor) }, currency: currency)
    }

    /// An amount of minor units; nil beyond what an entry can hold.
    init?(wide minor: Int128, currency: String) {
        guard let exact = Int64(exactly: minor), Fields.exactIntegers.contains(exact) else { return nil }
        self.init(minor: exact, currency: currency)
    }

    /// The currencies of ISO 4217 whose minor unit is not a hundredth, with its number of decimals.
    private static let decimals: [String: Int] = [
        "BHD": 3, "CLP": 0, "IQD": 3, "ISK": 0, "JOD": 3, "JPY": 0, "KRW": 0, "KWD": 3, "LYD": 3, "OMR": 3,
        "PYG": 0, "RWF": 0, "TND": 3, "UGX": 0, "VND": 0, "XAF": 0, "XOF": 0, "XPF": 0,
    ]

    /// The amount as people write it, such as `GBP 9546.00`, for figures.
    var text: String {
        let places = Self.decimals[currency] ?? 2
        let digits = String(minor.magnitude)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
        let sign = minor < 0 ? "-" : ""
        guard places > 0 else { return "\(currency) \(sign)\(padded)" }
        return "\(currency) \(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
    }
}
