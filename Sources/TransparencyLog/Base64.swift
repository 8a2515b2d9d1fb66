// SPDX-License-Identifier: Apache-2.0

/// Base 64 (RFC 4648), read strictly: one byte string has exactly one text.
///
/// White space, missing or surplus padding, the other variant's characters and non-zero unused bits are all
/// refused, so that a signed text cannot be respelled.
public struct Base64: Sendable {
    /// RFC 4648 section 4: `+` and `/`, with padding.
    public static let standard = Base64(lastTwo: "+/", isPadded: true)

    /// RFC 4648 section 5: `-` and `_`, without padding, as JOSE uses it (RFC 7515 section 2).
    public static let url = Base64(lastTwo: "-_", isPadded: false)

    private static let padding = UInt8(ascii: "=")
    private static let invalid: UInt8 = 0xff

    private let alphabet: [UInt8]
    private let values: [UInt8]
    private let isPadded: Bool

    private init(lastTwo: String, isPadded: Bool) {
        let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
        alphabet = Array((letters + lastTwo).utf8)
        var values = [UInt8](repeating: Self.invalid, count: 256)
        for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
        self.values = values
        self.isPadded = isPadded
    }

    /// The one text of `bytes`.
    public func encode(_ bytes: [UInt8]) -> String { String(decoding: encoded(bytes), as: UTF8.self) }

    /// The one text of `bytes`, as ASCII bytes.
    public func encoded(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var position = 0
        while position + 3 <= bytes.count {
            let group = UInt32(bytes[position]) << 16 | UInt32(bytes[position + 1]) << 8
            append(group | UInt32(bytes[position + 2]), count: 4, to: &text)
            position += 3
        }
        switch bytes.count - position {
        case 1: append(UInt32(bytes[position]) << 16, count: 2, to: &text)
        case 2:
            append(UInt32(bytes[position]) << 16 | UInt32(bytes[position + 1]) << 8, count: 3, to: &text)
        default: break
        }
        while isPadded && !text.count.isMultiple(of: 4) { text.append(Self.padding) }
        return text
    }

    private func append(_ group: UInt32, count: Int, to text: inout [UInt8]) {
        for place in 0..<count { text.append(alphabet[Int(group >> UInt32(18 - 6 * place) & 63)]) }
    }

    /// The bytes that have exactly this text; nil if there are none.
    public func decode(_ text: String) -> [UInt8]? { decode(Array(text.utf8)[...]) }

    /// The bytes that have exactly this ASCII text; nil if there are none.
    public func decode(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard let digits = unpadded(text) else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count * 3 / 4)
        var group: UInt32 = 0
        var bits: UInt32 = 0
        for digit in digits {
            let value = values[Int(digit)]
            guard value != Self.invalid else { return nil }
            group = group << 6 | UInt32(value)
            bits += 6
            guard bits >= 8 else { continue }
            bits -= 8
            bytes.append(UInt8(truncatingIfNeeded: group >> bits))
            group &= (1 << bits) - 1
        }
        // What is left over are the unused bits of the last digit: they must be zero.
        return group == 0 ? bytes : nil
    }

    /// The digits without their padding, or nil if the length or the padding is wrong.
    private func unpadded(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var digits = text
        if isPadded {
            guard text.count.isMultiple(of: 4) else { return nil }
            for _ in 0..<2 where digits.last == Self.padding { digits.removeLast() }
        }
        return digits.count % 4 == 1 ? nil : digits
    }
}
