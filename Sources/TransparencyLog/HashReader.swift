// SPDX-License-Identifier: Apache-2.0

/// Something that has the hashes of a tree's perfect subtrees: a store, a set of tiles, an array.
///
/// Every proof is a fold of O(log n) such hashes, so whoever can read these can prove.
public protocol HashReader<Failure> {
    /// What can go wrong on reading.
    associatedtype Failure: Error

    /// The hash of the perfect subtree at `index << level`; level 0 is a leaf hash.
    ///
    /// - Throws: if the subtree is not complete in the tree read, or could not be read.
    func hash(level: Int, index: UInt64) throws(Failure) -> Digest
}

extension HashReader {
    /// The root over the leaves of `range`, which is not empty and starts at a multiple of a power of two
    /// that is at least its length: a subtree as the recursion of RFC 6962 makes them.
    func hash(over range: Range<UInt64>) throws(Failure) -> Digest {
        var roots: [Digest] = []
        for subtree in PerfectSubtrees(range) {
            roots.append(try hash(level: subtree.level, index: subtree.index))
        }
        guard var root = roots.popLast() else { return Merkle.emptyRoot }
        for left in roots.reversed() { root = Merkle.nodeHash(left, root) }
        return root
    }

    /// The root of the tree of the first `size` leaves.
    public func root(size: UInt64) throws(Failure) -> Digest { try hash(over: 0..<size) }
}

/// The perfect subtrees that make up a range of leaves, from the left and so from the largest.
///
/// The range starts at a multiple of a power of two that is at least its length.
struct PerfectSubtrees: Sequence, IteratorProtocol {
    private var remaining: Range<UInt64>

    init(_ range: Range<UInt64>) { remaining = range }

    mutating func next() -> NodePosition? {
        guard !remaining.isEmpty else { return nil }
        let level = 63 - (remaining.upperBound - remaining.lowerBound).leadingZeroBitCount
        let position = NodePosition(level: level, index: remaining.lowerBound >> UInt64(level))
        remaining = remaining.lowerBound + (1 << UInt64(level))..<remaining.upperBound
        return position
    }
}
