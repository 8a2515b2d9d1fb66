// SPDX-License-Identifier: Apache-2.0

/// A tree in memory: leaf hashes with all perfect nodes above them.
///
/// It holds just under 64 bytes a leaf. It serves exports, verifiers and small trees; a store reads its own
/// rows.
public struct LeafHashes: HashReader, Hashable, Sendable {
    /// The one thing that can go wrong.
    public enum Failure: Error, Hashable, Sendable {
        /// The subtree is not complete in this tree.
        case incomplete(NodePosition)
    }

    /// Hashes by level, and within a level from the left.
    private var levels: [[Digest]] = [[]]

    /// Builds the tree over `leafHashes`.
    public init(_ leafHashes: some Sequence<Digest> = []) {
        for leafHash in leafHashes { append(leafHash) }
    }

    /// The number of leaves.
    public var size: UInt64 { UInt64(levels[0].count) }

    /// Appends one leaf.
    public mutating func append(_ leafHash: Digest) {
        let leaf = size
        levels[0].append(leafHash)
        for position in NodePosition.completed(byAppending: leaf) {
            let below = levels[position.level - 1]
            if position.level == levels.count { levels.append([]) }
            levels[position.level].append(Merkle.nodeHash(below[below.count - 2], below[below.count - 1]))
        }
    }

    public func hash(level: Int, index: UInt64) throws(Failure) -> Digest {
        guard levels.indices.contains(level), index < levels[level].count else {
            throw .incomplete(NodePosition(level: level, index: index))
        }
        return levels[level][Int(index)]
    }
}
