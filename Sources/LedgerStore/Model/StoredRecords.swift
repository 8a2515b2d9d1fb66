// SPDX-License-Identifier: Apache-2.0
public import TransparencyLog

/// An entry as it was appended.
public struct StoredEntry: Hashable, Sendable {
    /// The Merkle leaf index.
    public let position: UInt64
    /// The leaf hash kept beside the bytes.
    public let leafHash: Digest
    /// The canonical bytes.
    public let bytes: [UInt8]
}

/// The checkpoint that ended a commit.
public struct StoredCheckpoint: Hashable, Sendable {
    /// The number of entries it covers.
    public let size: UInt64
    /// The root of the tree of that size.
    public let root: Digest
    /// The signed note, to the byte as it was signed.
    public let note: [UInt8]

    /// Describes a checkpoint by its parts.
    public init(size: UInt64, root: Digest, note: [UInt8]) {
        self.size = size
        self.root = root
        self.note = note
    }
}

/// The name of a sealed field.
public struct DisclosureKey: Hashable, Sendable {
    /// The entry that has the field.
    public let position: UInt64
    /// The member of `data` that is sealed.
    public let field: String

    /// Names a sealed field.
    public init(position: UInt64, field: String) {
        self.position = position
        self.field = field
    }
}

/// A full hash tile of the C2SP tlog-tiles format.
public struct StoredTile: Hashable, Sendable {
    /// The root over the tile: the hash of the tile level above.
    public let root: Digest
    /// The 256 hashes, 8,192 bytes.
    public let hashes: [UInt8]
}
