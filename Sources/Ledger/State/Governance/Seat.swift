// SPDX-License-Identifier: Apache-2.0
import HashTreeCollections

/// What kind of member a seat is for.
public enum SeatClass: String, CaseIterable, Sendable {
    /// An elected or appointed member.
    case member
    /// An officer.
    case officer
    /// A clinician.
    case clinician
    /// A lay person.
    case lay
    /// Somebody who advises and never votes.
    case advisor
}

/// A place in a body.
public struct Seat: Hashable, Sendable {
    /// The body.
    public let body: Key
    /// The organisation that nominates its holder.
    public let organisation: Key
    /// What kind of member it is for.
    public let seatClass: SeatClass
    /// Whether its holder has a vote.
    public let isVoting: Bool
    /// What it is called.
    public let title: Text?
    /// From its creation until it is abolished, or the body is dissolved.
    public internal(set) var validity: Validity
}

extension State {
    /// A seat, by its key.
    public func seat(_ key: Key) -> Seat? { governance.seats[key] }
}
