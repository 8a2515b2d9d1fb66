// SPDX-License-Identifier: Apache-2.0

/// The legal form of a venture.
public enum VentureForm: String, CaseIterable, Codable, Sendable {
    /// A joint venture.
    case jointVenture
    /// A partnership arrangement under section 75 of the National Health Service Act 2006.
    case section75
    /// Separate organisations bound by contracts.
    case contractual
    /// A programme that the partners keep at arm's length.
    case armsLength
    /// A memorandum of understanding.
    case memorandum
    /// Any other.
    case other
}

/// What the ledger is about: the venture of its partners.
public struct Venture: Hashable, Codable, Sendable {
    /// Its key.
    public let key: Key
    /// What it was called when.
    public internal(set) var names: Names
    /// Its legal form.
    public let form: VentureForm
    /// What it is for.
    public let purpose: Text?
    /// From its establishment until it was closed.
    public internal(set) var validity: Validity
    /// Why it was closed; nil while it is open.
    public internal(set) var closingReason: Text?
    /// When it was suspended, in the order of recording.
    public internal(set) var suspensions: [Suspension] = []
    /// Its phases, by ordinal.
    public internal(set) var phases: [Phase] = []
}

/// A time for which a venture is suspended.
public struct Suspension: Hashable, Codable, Sendable {
    /// From when, until it is resumed.
    public internal(set) var validity: Validity
    /// Why.
    public let reason: Text
    /// The position of the entry that suspends it.
    public let position: UInt64
    /// The position of the entry that resumes it.
    public internal(set) var resumedBy: UInt64?
}

/// One part of a venture's life.
public struct Phase: Hashable, Codable, Sendable {
    /// Its number, from 1.
    public let ordinal: Int
    /// What it is called.
    public let title: Text
    /// When it was; without `to` it lasts until the next begins.
    public internal(set) var validity: Validity
    /// The position of the entry that declares it.
    public let position: UInt64
    /// The position of the entry that closes it.
    public internal(set) var closedBy: UInt64?

    /// Whether this phase ends before the next begins: at or before its beginning if its own end is stated.
    func isBefore(_ next: Phase) -> Truth {
        guard let from = validity.from, let nextFrom = next.validity.from else { return .possibly }
        let begins = from.bounds.precedes(nextFrom.bounds)
        guard let to = validity.to else { return begins }
        return begins.and(nextFrom.isEarlier(than: to).negated)
    }
}

extension State {
    /// Whether the venture has not been closed at an instant; yes before one is recorded.
    public func ventureIsOpen(at t: Timestamp) -> Truth {
        (governance.venture?.validity.to?.bounds.isAtOrBefore(t) ?? .no).negated
    }
    /// Whether the venture is suspended at an instant.
    public func ventureIsSuspended(at t: Timestamp) -> Truth {
        (governance.venture?.suspensions ?? []).reduce(.no) { $0.or($1.validity.holds(at: t)) }
    }
}
