// SPDX-License-Identifier: Apache-2.0

/// What kind of organisation it is.
public enum OrganisationKind: String, CaseIterable, Codable, Sendable {
    case provider
    case commissioner
    case council
    case communityInterestCompany
    case nhsTrust
    case voluntary
    case university
    case nationalBody
    case programmeOffice
    case other
}

/// An organisation, or a unit of one.
public struct Organisation: Hashable, Codable, Sendable {
    /// What it was called when.
    public internal(set) var names: Names
    /// What kind it is; nil when its registration is not among the entries.
    public let kind: OrganisationKind?
    /// The organisation it is a unit of; nil when it stands for itself.
    public let parent: Key?
    /// Its units, in the order of registration.
    public internal(set) var units: [Key] = []
    /// Who took its place, once somebody has.
    public internal(set) var succession: Succession?
}

/// How an organisation came to its end.
public struct Succession: Hashable, Codable, Sendable {
    /// When.
    public let date: EDTF
    /// Who took its place.
    public let successors: [Key]
    /// Who took over which obligation.
    public let transfers: [ObligationTransfer]
    /// The position of the entry.
    public let position: UInt64
}

extension State {
    /// An organisation or unit, by its key.
    public func organisation(_ key: Key) -> Organisation? { governance.organisations[key] }

    /// The organisation that a unit belongs to, following `parent`; the organisation itself when it has none.
    public func root(of organisation: Key) -> Key {
        var key = organisation
        // Parents are registered first, so there is no circle; the bound holds for any set of entries.
        for _ in 0..<governance.organisations.count {
            guard let parent = governance.organisations[key]?.parent else { return key }
            key = parent
        }
        return key
    }

    /// Whether this is the organisation or one of its units, at any depth.
    func belongs(_ organisation: Key, to other: Key) -> Bool {
        var key = organisation
        for _ in 0...governance.organisations.count {
            if key == other { return true }
            guard let parent = governance.organisations[key]?.parent else { return false }
            key = parent
        }
        return false
    }

    /// What an organisation was called at an instant; nil when there is no such organisation.
    public func name(of organisation: Key, at t: Timestamp) -> Text? {
        governance.organisations[organisation]?.names.at(t)
    }

    /// Whether another organisation has not yet taken the place of this one.
    func organisationStands(_ organisation: Key, at t: Timestamp) -> Truth {
        (governance.organisations[organisation]?.succession?.date.bounds.isAtOrBefore(t) ?? .no).negated
    }
}
