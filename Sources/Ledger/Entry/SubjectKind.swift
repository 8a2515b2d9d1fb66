// SPDX-License-Identifier: Apache-2.0

/// What a stream is about: the part of an entry's `subject` before the slash.
public enum SubjectKind: String, CaseIterable, Codable, Sendable {
    case advice
    case agreement
    case assignment
    case barrier
    case baseline
    case benefit
    case body
    case boundary
    case claim
    case commitment
    case community
    case consultation
    case contribution
    case cost
    case decision
    case delegation
    case dispute
    case enabler
    case evidence
    case export
    case finding
    case funding
    case `import`
    case initiative
    case interest
    case interface
    case knowledge
    case ledger
    case lesson
    case measure
    case meeting
    case misconception
    case need
    case objective
    case organisation
    case partner
    case person
    case policy
    case post
    case practice
    case principle
    case raid
    case recognition
    case reflection
    case seat
    case secondment
    case service
    case survey
    case tool
    case venture
    case witness

    /// The letters before the number in a key that the ledger gives, or nil where the recorder names the key.
    public var prefix: String? {
        switch self {
        case .advice: "AD"
        case .agreement: "AG"
        case .assignment: "A"
        case .barrier: "BR"
        case .baseline: "BL"
        case .benefit: "BE"
        case .boundary: "BA"
        case .claim: "C"
        case .commitment: "CM"
        case .consultation: "CN"
        case .contribution: "CB"
        case .cost: "CO"
        case .decision: "D"
        case .delegation: "DE"
        case .dispute: "DI"
        case .enabler: "EN"
        case .evidence: "E"
        case .finding: "FI"
        case .import: "IM"
        case .interest: "IN"
        case .knowledge: "K"
        case .lesson: "L"
        case .meeting: "M"
        case .misconception: "MC"
        case .need: "N"
        case .objective: "O"
        case .person: "P"
        case .practice: "PR"
        case .principle: "PL"
        case .raid: "R"
        case .recognition: "RG"
        case .reflection: "RF"
        case .secondment: "S"
        case .survey: "SV"
        case .body, .community, .export, .funding, .initiative, .interface, .ledger, .measure, .organisation,
            .partner,
            .policy, .post, .seat, .service, .tool, .venture, .witness:
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
