// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// A text of an entry: there to be read, or sealed so that only its presence is known here.
///
/// State and rules never see what is sealed; whoever answers a question joins it from the disclosures.
public enum Text: Hashable, Codable, Sendable {
    /// The text as recorded.
    case plain(String)
    /// The text is in the disclosure of this field of the entry at this position, if that has not been erased.
    case sealed(position: UInt64, field: String)

    /// The text, or nil when it is sealed.
    public var plain: String? {
        switch self {
        case .plain(let text): text
        case .sealed: nil
        }
    }

    public static func == (left: Text, right: Text) -> Bool {
        switch (left, right) {
        case (.plain(let a), .plain(let b)): sameBytes(a, b)
        case (.sealed(let a, let b), .sealed(let c, let d)): a == c && b == d
        case (.plain, .sealed), (.sealed, .plain): false
        }
    }

    public func hash(into hasher: inout Hasher) {
        switch self {
        case .plain(let text): for byte in text.utf8 { hasher.combine(byte) }
        case .sealed(let position, let field):
            hasher.combine(position)
            hasher.combine(field)
        }
    }
}
