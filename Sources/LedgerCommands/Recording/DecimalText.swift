// SPDX-License-Identifier: Apache-2.0

/// An exact decimal number as it is typed and as an entry holds it.
///
///     decimal = ["-"] ("0" / nonzero *17digit) ["." 1*9digit]
enum DecimalText {
    private static let wholeDigits = 18
    private static let fractionDigits = 9

    /// Whether a text is one.
    static func isDecimal(_ text: String) -> Bool {
        let unsigned = text.hasPrefix("-") ? text.dropFirst() : text[...]
        let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false)
        guard let whole = parts.first, parts.count <= 2,
            isDigits(whole, atMost: wholeDigits), whole == "0" || whole.first != "0"
        else { return false }
        return parts.count == 1 || isDigits(parts[1], atMost: fractionDigits)
    }

    private static func isDigits(_ text: Substring, atMost limit: Int) -> Bool {
        (1...limit).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}
