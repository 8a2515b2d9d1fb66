// SPDX-License-Identifier: Apache-2.0
public import TransparencyLog

/// What one commit writes: all of it or nothing.
public struct StoreBatch: Hashable, Sendable {
    /// The entries in the order of their positions; at least one.
    public var entries: [NewEntry]
    /// The checkpoint of the tree with these entries.
    public var checkpoint: StoredCheckpoint
    /// Disclosures of earlier entries that the commit deletes; one that is not there is erased already.
    public var erasures: [DisclosureKey]

    /// Puts a commit together.
    public init(entries: [NewEntry], checkpoint: StoredCheckpoint, erasures: [DisclosureKey] = []) {
        self.entries = entries
        self.checkpoint = checkpoint
        self.erasures = erasures
    }
}

/// An entry to append.
public struct NewEntry: Hashable, Sendable {
    /// The Merkle leaf index, gapless from 0.
    public var position: UInt64
    /// What the entry is found by, as in its bytes.
    public var keys: EntryKeys
    /// The canonical bytes, 1 to 65,535.
    public var bytes: [UInt8]
    /// The RFC 6962 leaf hash of `bytes`; verification recomputes it, appending does not.
    public var leafHash: Digest
    /// The sealed fields, with one disclosure at most for each.
    public var disclosures: [NewDisclosure]

    /// Describes an entry by its parts.
    public init(
        position: UInt64,
        keys: EntryKeys,
        bytes: [UInt8],
        leafHash: Digest,
        disclosures: [NewDisclosure] = []
    ) {
        self.position = position
        self.keys = keys
        self.bytes = bytes
        self.leafHash = leafHash
        self.disclosures = disclosures
    }

    /// Describes an entry by its parts, flat.
    public init(
        position: UInt64,
        id: String,
        subject: String,
        type: String,
        streamVersion: UInt64,
        bytes: [UInt8],
        leafHash: Digest,
        disclosures: [NewDisclosure] = []
    ) {
        let keys = EntryKeys(id: id, subject: subject, type: type, streamVersion: streamVersion)
        self.init(position: position, keys: keys, bytes: bytes, leafHash: leafHash, disclosures: disclosures)
    }
}

/// The disclosure of a sealed field, to be kept apart from its entry.
public struct NewDisclosure: Hashable, Sendable {
    /// The member of `data` that is sealed.
    public var field: String
    /// The person it concerns, such as `P-0007`; nil if none.
    public var person: String?
    /// The base64url text of RFC 9901.
    public var text: String

    /// Describes a disclosure by its parts.
    public init(field: String, person: String?, text: String) {
        self.field = field
        self.person = person
        self.text = text
    }
}
