// SPDX-License-Identifier: Apache-2.0
internal import Crypto

/// The hashing of the Merkle tree of RFC 6962 section 2.1, which is that of RFC 9162 section 2.1, with
/// SHA-256.
///
///     leaf(d)    = SHA256(0x00 || d)
///     node(l, r) = SHA256(0x01 || l || r)
///     root of [] = SHA256("")
///
/// The prefixes keep a leaf from passing for a node. A lone node at the right edge is promoted unchanged.
public enum Merkle {
    /// Sizes and indexes stay below 2^63, as the signed integers of other implementations hold no more.
    public static let maximumSize = UInt64(Int64.max)

    /// The root of the tree without leaves.
    public static let emptyRoot = Digest.sha256([])

    private static let leafPrefix: [UInt8] = [0]
    private static let nodePrefix: [UInt8] = [1]

    /// The hash of one entry's bytes.
    public static func leafHash(_ bytes: [UInt8]) -> Digest {
        var hasher = SHA256()
        hasher.update(data: leafPrefix)
        hasher.update(data: bytes)
        return Digest(hasher)
    }

    /// The hash of a node from those of its two children.
    public static func nodeHash(_ left: Digest, _ right: Digest) -> Digest {
        var hasher = SHA256()
        hasher.update(data: nodePrefix)
        left.update(&hasher)
        right.update(&hasher)
        return Digest(hasher)
    }

    /// The largest power of two below `count`, where the tree of `count` leaves is split; `count` is at least
    /// 2.
    static func split(_ count: UInt64) -> UInt64 { 1 << UInt64(63 - (count - 1).leadingZeroBitCount) }
}
