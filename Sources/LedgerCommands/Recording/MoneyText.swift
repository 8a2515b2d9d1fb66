// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON
import LedgerExport

/// An amount as people type it, and as an entry holds it: whole minor units and a currency.
///
///     text = currency " " number / number " " currency      ; GBP 9546.00, 9546 GBP
///
/// The number has as many decimals as the currency's minor unit (ISO 4217), or none.
public enum MoneyText {
    /// The amount as JSON, or nil if the text is not one.
    public static func json(_ text: String) -> JSON? {
        let parts = text.split(separator: " ")
        guard parts.count == 2 else { return nil }
        let isCurrencyFirst = isCurrency(parts[0])
        let currency = String(isCurrencyFirst ? parts[0] : parts[1])
        guard isCurrency(Substring(currency)) else { return nil }
        guard let minor = minorUnits(isCurrencyFirst ? parts[1] : parts[0], MinorUnits.decimals(of: currency))
        else {
            return nil
        }
        return ["currency": .string(currency), "minor": .integer(minor)]
    }

    private static func minorUnits(_ text: Substring, _ decimals: Int) -> Int64? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first, isDigits(whole), parts.count <= 2 else { return nil }
        var fraction = String(repeating: "0", count: decimals)
        if parts.count == 2 {
            guard decimals > 0, isDigits(parts[1]), parts[1].utf8.count == decimals else { return nil }
            fraction = String(parts[1])
        }
        return Int64(whole + fraction)
    }

    private static func isDigits(_ text: Substring) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func isCurrency(_ text: Substring) -> Bool {
        text.utf8.count == 3 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    }
}

extension MoneyText {
    /// The amount that was given to an option, if one was.
    public static func option(_ option: String, _ text: String?) throws(Complaint) -> JSON? {
        guard let text else { return nil }
        guard let money = json(text) else {
            throw .usage("\(option) \(text) is not an amount such as GBP 9546.00")
        }
        return money
    }
}

extension MoneyText {
    /// An amount in minor units as people read it, such as `GBP 9546.00`.
    static func text(minor: Int64, currency: String) -> String {
        "\(currency) \(MinorUnits.text(minor, of: currency))"
    }
}
