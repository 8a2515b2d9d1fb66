// SPDX-License-Identifier: Apache-2.0

/// A delegation at an instant.
public struct DelegationView: Hashable, Sendable {
    /// Its key.
    public let key: Key
    /// What is delegated, by whom, to whom and how far.
    public let delegation: Delegation
    /// Whether it was in force: yes or possibly.
    public let truth: Truth
}

extension State {
    /// Every delegation that was or may have been in force at an instant, by key.
    public func delegations(validAt t: Timestamp) -> [DelegationView] {
        governance.delegations.keys.sorted().compactMap { key in
            guard let delegation = governance.delegations[key] else { return nil }
            let truth = delegation.validity.holds(at: t)
            return truth == .no ? nil : DelegationView(key: key, delegation: delegation, truth: truth)
        }
    }
}
