// SPDX-License-Identifier: Apache-2.0

/// Decimal numbers as the C2SP formats write them: ASCII digits without sign and without leading zeros.
enum DecimalText {
    /// The number, below 2^63; nil for any other text.
    static func parse(_ text: some Collection<UInt8>) -> UInt64? {
        guard text.first != UInt8(ascii: "0") || text.count == 1 else { return nil }
        return parseDigits(text)
    }

    /// The number, below 2^63, of one or more digits; nil for any other text.
    static func parseDigits(_ text: some Collection<UInt8>) -> UInt64? {
        guard !text.isEmpty else { return nil }
        var value: UInt64 = 0
        for byte in text {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(UInt64(byte - UInt8(ascii: "0")))
            guard !overflow, !carry, sum <= UInt64(Int64.max) else { return nil }
            value = sum
        }
        return value
    }
}
