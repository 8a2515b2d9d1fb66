// SPDX-License-Identifier: Apache-2.0

/// Amounts in minor units, such as pence, as people read them (ISO 4217).
public enum MinorUnits {
    /// The currencies whose minor unit is not a hundredth, with its number of decimals.
    private static let others: [String: Int] = [
        "BHD": 3, "CLP": 0, "IQD": 3, "ISK": 0, "JOD": 3, "JPY": 0, "KRW": 0, "KWD": 3, "LYD": 3, "OMR": 3,
        "PYG": 0, "RWF": 0, "TND": 3, "UGX": 0, "VND": 0, "XAF": 0, "XOF": 0, "XPF": 0,
    ]

    /// How many decimals an amount of a currency has.
    public static func decimals(of currency: String) -> Int { others[currency] ?? 2 }

    /// The amount in major units, such as `9546.00`.
    public static func text(_ minor: Int64, of currency: String) -> String {
        let places = decimals(of: currency)
        let digits = String(minor.magnitude)
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
        let sign = minor < 0 ? "-" : ""
        guard places > 0 else { return sign + padded }
        return "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
    }
}
