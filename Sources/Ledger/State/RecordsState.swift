// SPDX-License-Identifier: Apache-2.0

/// What became of the record itself: what was erased, what must be kept, what was taken away.
public struct RecordsState: Codable, Sendable, Hashable {
    /// The people of whom what was sealed is deleted, and the last entry that says so.
    public internal(set) var erasedPeople: LayeredMap<Key, UInt64> = [:]
    /// The sealed texts that are deleted, and the entry that says so.
    public internal(set) var erasedFields: LayeredMap<SealedMember, UInt64> = [:]
    /// The people of whom what is sealed must be kept.
    public internal(set) var holds: LayeredMap<Key, Hold> = [:]
    /// The audit packs that were written, in order.
    public internal(set) var packs: [Pack] = []

    /// The last entry that erased something.
    public internal(set) var lastErasure: UInt64?

    /// The pack that a receiver had last.
    public func lastPack(of receiver: Key) -> Pack? { packs.last { $0.receiver == receiver } }

    /// The packs that may show a text which was sealed in the entry at a position.
    public func packs(showing position: UInt64) -> [Pack] {
        packs.filter { $0.disclosed > 0 && $0.size > position }
    }
}

/// A sealed member of an entry's data.
public struct SealedMember: Hashable, Codable, Sendable {
    /// The position of the entry.
    public let position: UInt64
    /// The member's name.
    public let name: String

    /// Names a sealed text.
    public init(position: UInt64, name: String) {
        self.position = position
        self.name = name
    }
}

/// That what is sealed of somebody must be kept.
public struct Hold: Hashable, Codable, Sendable {
    /// The organisation that placed it, and releases it.
    public let organisation: Key?
    /// The entry that placed it.
    public let position: UInt64
}

/// An audit pack that was written.
public struct Pack: Hashable, Codable, Sendable {
    /// For whom.
    public let receiver: Key
    /// The entry that says so.
    public let position: UInt64
    /// The number of entries of the ledger that it is about.
    public let size: UInt64
    /// How many sealed texts it shows.
    public let disclosed: UInt64
}
