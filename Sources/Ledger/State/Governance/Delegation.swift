// SPDX-License-Identifier: Apache-2.0

/// How a function is delegated.
public enum DelegationScope: String, CaseIterable, Codable, Sendable {
    /// In so many words, for the matter.
    case express
    /// Within a general scheme.
    case general
}

/// A function that an organisation lets a post, a body or the holder of a role exercise for it.
public struct Delegation: Hashable, Codable, Sendable {
    /// The function.
    public let function: Text
    /// The organisation whose function it is.
    public let from: Key
    /// The post, body or assignment that exercises it.
    public let to: Subject
    /// The most it may commit; nil for any amount.
    public let limit: Money?
    /// The delegation that this one passes on.
    public let under: Key?
    /// Whether it was delegated in so many words, or within a general scheme; nil when that is not stated.
    public let scope: DelegationScope?
    /// The agreement under which it is delegated.
    public let agreement: Key?
    /// From when, until it ends or is revoked, itself or one that it passes on.
    public internal(set) var validity: Validity
    /// The position of the entry that delegates it.
    public let position: UInt64
    /// The position of the entry that revoked it, itself or one that it passes on.
    public internal(set) var revokedBy: UInt64?
}

extension State {
    /// A delegation, by its key.
    public func delegation(_ key: Key) -> Delegation? { governance.delegations[key] }

    /// The delegations that one passes on, from the nearest to the first, beginning with the one itself.
    func chain(of delegation: Key) -> [Delegation] {
        var chain: [Delegation] = []
        var next: Key? = delegation
        while let key = next, let delegation = governance.delegations[key],
            chain.count < governance.delegations.count
        {
            chain.append(delegation)
            next = delegation.under
        }
        return chain
    }

    /// Whether a delegation is, or passes on, another.
    func passesOn(_ delegation: Key, _ other: Key) -> Bool {
        var next: Key? = delegation
        for _ in 0..<governance.delegations.count {
            guard let key = next else { return false }
            if key == other { return true }
            next = governance.delegations[key]?.under
        }
        return false
    }
}
