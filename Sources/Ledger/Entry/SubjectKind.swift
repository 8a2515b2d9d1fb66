// SPDX-License-Identifier: Apache-2.0

/// What a stream is about: the part of an entry's `subject` before the slash.
public enum SubjectKind: String, CaseIterable, Sendable {
    case advice
    case assignment
    case barrier
    case benefit
    case body
    case boundary
    case claim
    case decision
    case delegation
    case evidence
    case finding
    case funding
    case initiative
    case knowledge
    case ledger
    case meeting
    case organisation
    case partner
    case person
    case policy
    case post
    case seat
    case secondment
    case tool
    case venture

    /// The letters before the number in a key that the ledger gives, or nil where the recorder names the key.
    public var prefix: String? {
        switch self {
        case .advice: "AD"
        case .assignment: "A"
        case .barrier: "BR"
        case .benefit: "BE"
        case .boundary: "BA"
        case .claim: "C"
        case .decision: "D"
        case .delegation: "DE"
        case .evidence: "E"
        case .finding: "FI"
        case .knowledge: "K"
        case .meeting: "M"
        case .person: "P"
        case .secondment: "S"
        case .body, .funding, .initiative, .ledger, .organisation, .partner, .policy, .post, .seat, .tool,
            .venture:
            nil
        }
    }

    /// Whether the recorder may choose the key: never for a person, so that no name is ever in a key.
    public var acceptsChosenKey: Bool { self != .person }

    /// The key the ledger gives to the `number`th thing of this kind, such as `D-0004`.
    func key(number: Int) -> Key? {
        guard let prefix else { return nil }
        let digits = String(number)
        let padding = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
        return Key(unchecked: "\(prefix)-\(padding)\(digits)")
    }

    /// The number in a key of the form the ledger gives, or nil for any other key.
    func number(in key: Key) -> Int? {
        guard let prefix, key.text.hasPrefix(prefix + "-") else { return nil }
        let digits = key.text.utf8.dropFirst(prefix.utf8.count + 1)
        guard (4...9).contains(digits.count), digits.allSatisfy({ (48...57).contains($0) }) else {
            return nil
        }
        return Int(String(Substring(digits)))
    }
}
