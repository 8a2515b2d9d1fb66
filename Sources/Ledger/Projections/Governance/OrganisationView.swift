// SPDX-License-Identifier: Apache-2.0

/// An organisation at an instant.
public struct OrganisationView: Hashable, Sendable {
    /// Its key.
    public let key: Key
    /// What it was called then.
    public let name: Text?
    /// What it has been called, earliest first.
    public let names: [NamePeriod]
    /// What kind it is.
    public let kind: OrganisationKind?
    /// The organisation it is a unit of.
    public let parent: Key?
    /// The organisation at the top; itself when it is no unit.
    public let root: Key
    /// Its units, in the order of registration.
    public let units: [Key]
    /// Whether it had not been succeeded.
    public let truth: Truth
    /// Who took its place, if that was or may have been before.
    public let succession: Succession?
    /// Whose place it took, by key.
    public let predecessors: [Key]
}

extension State {
    /// Every organisation and unit, by key.
    public func organisations(validAt t: Timestamp) -> [OrganisationView] {
        governance.organisations.keys.sorted().compactMap { organisationView($0, validAt: t) }
    }

    /// An organisation at an instant; nil when it is not registered.
    public func organisationView(_ key: Key, validAt t: Timestamp) -> OrganisationView? {
        guard let organisation = governance.organisations[key] else { return nil }
        let stands = organisationStands(key, at: t)
        let predecessors = governance.organisations.compactMap { other, predecessor -> Key? in
            let isSuccessor = predecessor.succession?.successors.contains(key) ?? false
            return isSuccessor && organisationStands(other, at: t) != .yes ? other : nil
        }
        return OrganisationView(
            key: key,
            name: organisation.names.at(t),
            names: organisation.names.history,
            kind: organisation.kind,
            parent: organisation.parent,
            root: root(of: key),
            units: organisation.units,
            truth: stands,
            succession: stands == .yes ? nil : organisation.succession,
            predecessors: predecessors.sorted()
        )
    }
}
