// SPDX-License-Identifier: Apache-2.0

/// A name that the ledger uses for one thing of its kind, such as `D-0004` or `programme-manager`.
///
/// Matches `[A-Za-z0-9][A-Za-z0-9.-]{0,63}`. Being ASCII, two keys are equal exactly when their bytes are.
public struct Key: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
    /// The longest key, in bytes.
    public static let lengthLimit = 64

    /// The key as text.
    public let text: String

    /// Accepts a text that has the form of a key.
    public init?(_ text: String) {
        var length = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                break
            case UInt8(ascii: "."), UInt8(ascii: "-"):
                guard length > 0 else { return nil }
            default:
                return nil
            }
            length += 1
            guard length <= Self.lengthLimit else { return nil }
        }
        guard length > 0 else { return nil }
        self.text = text
    }

    /// Takes a text that is known to have the form, such as a number this module formatted.
    init(unchecked text: String) { self.text = text }

    public var description: String { text }

    public static func < (left: Key, right: Key) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}
