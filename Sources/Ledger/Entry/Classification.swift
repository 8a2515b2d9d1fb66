// SPDX-License-Identifier: Apache-2.0

/// Who may read the text of an entry; its type, subject and position are visible to every reader.
public enum Classification: Hashable, Codable, Sendable, CustomStringConvertible {
    /// Every reader of the ledger; the default, and never written.
    case venture
    /// Readers of one partner.
    case partner(Key)
    /// Nobody but those whom the access policy names.
    case restricted

    /// Reads `venture`, `partner:ORG` or `restricted`.
    public init?(_ text: String) {
        switch text {
        case "venture": self = .venture
        case "restricted": self = .restricted
        default:
            guard text.hasPrefix("partner:"), let key = Key(String(text.dropFirst(8))) else { return nil }
            self = .partner(key)
        }
    }

    public var description: String {
        switch self {
        case .venture: "venture"
        case .partner(let key): "partner:\(key)"
        case .restricted: "restricted"
        }
    }
}
