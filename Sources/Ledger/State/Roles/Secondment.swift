// SPDX-License-Identifier: Apache-2.0

/// A person lent by one organisation to another.
public struct Secondment: Hashable, Codable, Sendable {
    /// The person.
    public let person: Key
    /// The organisation that lends.
    public let fromOrganisation: Key
    /// The organisation that borrows.
    public let toOrganisation: Key
    /// What for.
    public let purpose: Text?
    /// Who pays.
    public let funder: Key?
    /// How much.
    public let amount: Money?
    /// When.
    public internal(set) var validity: Validity
    /// The position of the entry that began it.
    public let position: UInt64
    /// How it ended, if that was recorded by an entry of its own.
    public internal(set) var ending: Ending?
}
