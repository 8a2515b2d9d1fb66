// SPDX-License-Identifier: Apache-2.0

/// In what capacity someone holds a post or seat.
public enum Capacity: String, CaseIterable, Codable, Sendable {
    /// In their own right.
    case substantive
    /// In place of someone who is absent, or until someone is appointed.
    case acting
    /// As the deputy of whoever holds it.
    case deputy
    /// As an advisor to it, without holding it.
    case advisor
}

/// That someone who holds a role is away from it.
public struct Absence: Hashable, Codable, Sendable {
    /// The position of the entry that ended it.
    public internal(set) var endedBy: UInt64?
}

/// A person's holding of a post or seat.
public struct Assignment: Hashable, Codable, Sendable {
    /// The post or seat.
    public let role: Subject
    /// The person.
    public let person: Key
    /// The share of the whole in basis points, if it is stated.
    public let fraction: Int64?
    /// The decision that led to it.
    public let decision: Key?
    /// The position of the entry that made it.
    public let position: UInt64
    /// When it is held.
    public internal(set) var validity: Validity
    /// The capacities in which it is held, one after another; the first begins with the assignment.
    public internal(set) var capacities: Timeline<Capacity>
    /// When the holder is away.
    public internal(set) var absences = Timeline<Absence>()
    /// How it ended, if that was recorded by an entry of its own.
    public internal(set) var ending: Ending?

    /// The capacity in which it was held last.
    public var capacity: Capacity { capacities.periods.last?.value ?? .substantive }
}
