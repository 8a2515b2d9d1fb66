// SPDX-License-Identifier: Apache-2.0

/// All that must be kept of a Merkle tree to append to it and know its root: the size and one subtree root
/// for each set bit of the size, largest subtree first.
public struct CompactRange: Hashable, Sendable {
    /// The number of leaves.
    public private(set) var size: UInt64
    /// The roots of the perfect subtrees that make up the tree, from the left and so from the largest.
    public private(set) var roots: [Digest]

    /// The tree without leaves.
    public init() {
        size = 0
        roots = []
    }

    /// Takes up a stored state; nil if the number of roots does not fit the size.
    public init?(size: UInt64, roots: [Digest]) {
        guard size <= Merkle.maximumSize, roots.count == size.nonzeroBitCount else { return nil }
        self.size = size
        self.roots = roots
    }

    /// Builds the tree over `leafHashes`.
    public init(_ leafHashes: some Sequence<Digest>) {
        self.init()
        for leafHash in leafHashes { append(leafHash) }
    }

    /// Reads the state of the tree of `size` leaves, with one read for each set bit of `size`.
    public init<Reader: HashReader>(size: UInt64, reading reader: Reader) throws(Reader.Failure) {
        self.size = size
        roots = []
        for subtree in PerfectSubtrees(0..<size) {
            roots.append(try reader.hash(level: subtree.level, index: subtree.index))
        }
    }

    /// Appends one leaf.
    public mutating func append(_ leafHash: Digest) {
        append(leafHash) { _, _ in }
    }

    /// Appends one leaf and tells each perfect node that it completes, lowest first.
    ///
    /// The leaf itself is not told. See ``NodePosition/completed(byAppending:)`` for their number.
    public mutating func append(_ leafHash: Digest, completing: (NodePosition, Digest) -> Void) {
        var hash = leafHash
        for position in NodePosition.completed(byAppending: size) {
            hash = Merkle.nodeHash(roots.removeLast(), hash)
            completing(position, hash)
        }
        roots.append(hash)
        size += 1
    }

    /// The root of the tree.
    public var root: Digest {
        guard var root = roots.last else { return Merkle.emptyRoot }
        for left in roots.dropLast().reversed() { root = Merkle.nodeHash(left, root) }
        return root
    }
}
