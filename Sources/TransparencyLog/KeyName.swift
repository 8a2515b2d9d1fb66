// SPDX-License-Identifier: Apache-2.0

/// The name of a key in a signed note; a log's key name is its origin (C2SP signed-note, tlog-checkpoint).
///
/// It is 1 to 255 bytes of UTF-8 without Unicode white space, control characters and `+`. Names are the same
/// only if their bytes are: Swift's `String ==` would merge canonically equivalent ones.
public struct KeyName: Sendable {
    /// The longest name in bytes, as other cosignature messages give it one byte for its length.
    public static let maximumBytes = 255

    /// The name as text.
    public let text: String

    /// Takes a name; nil if it is not one.
    public init?(_ text: String) {
        guard !text.isEmpty, text.utf8.count <= Self.maximumBytes else { return nil }
        for scalar in text.unicodeScalars {
            let properties = scalar.properties
            guard !properties.isWhitespace, properties.generalCategory != .control, scalar != "+" else {
                return nil
            }
        }
        self.text = text
    }

    /// Takes a name from its bytes; nil if it is not one.
    public init?(bytes: ArraySlice<UInt8>) {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        self.init(text)
    }

    /// The UTF-8 bytes.
    public var bytes: [UInt8] { Array(text.utf8) }
}

extension KeyName: Hashable, CustomStringConvertible {
    public static func == (left: KeyName, right: KeyName) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    public func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
    }

    public var description: String { text }
}
