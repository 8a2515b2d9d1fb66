// SPDX-License-Identifier: Apache-2.0

/// The proof that a tree is the beginning of a larger one (RFC 6962 section 2.1.2, RFC 9162 section 2.1.4).
public struct ConsistencyProof: Hashable, Sendable {
    /// The number of leaves in the old tree.
    public let oldSize: UInt64
    /// The number of leaves in the new tree.
    public let newSize: UInt64
    /// The hashes, in the order of RFC 6962.
    public let path: [Digest]

    /// Puts together a proof that was received; nothing is checked before ``verify(oldRoot:newRoot:)``.
    public init(oldSize: UInt64, newSize: UInt64, path: [Digest]) {
        self.oldSize = oldSize
        self.newSize = newSize
        self.path = path
    }

    /// Makes the proof with O(log newSize) reads; nil if `oldSize` is above `newSize`.
    ///
    /// Between equal sizes and from the empty tree the path is empty.
    public init?<Reader: HashReader>(
        oldSize: UInt64,
        newSize: UInt64,
        reading reader: Reader
    ) throws(Reader.Failure) {
        guard oldSize <= newSize, newSize <= Merkle.maximumSize else { return nil }
        var path: [Digest] = []
        if oldSize != 0 && oldSize != newSize {
            var range = 0..<newSize
            while oldSize != range.upperBound {
                let middle = range.lowerBound + Merkle.split(range.upperBound - range.lowerBound)
                if oldSize <= middle {
                    path.append(try reader.hash(over: middle..<range.upperBound))
                    range = range.lowerBound..<middle
                } else {
                    path.append(try reader.hash(over: range.lowerBound..<middle))
                    range = middle..<range.upperBound
                }
            }
            // The old tree's last subtree; when it is the whole old tree the verifier has its root already.
            if range.lowerBound != 0 { path.append(try reader.hash(over: range)) }
        }
        self.init(oldSize: oldSize, newSize: newSize, path: path.reversed())
    }

    /// Accepts the proof only if it leads to both roots (RFC 9162 section 2.1.4.2).
    ///
    /// From size 0 it only says that `oldRoot` is the root of the empty tree: of the new tree nothing is
    /// proved.
    public func verify(oldRoot: Digest, newRoot: Digest) throws(ProofError) {
        guard newSize <= Merkle.maximumSize else { throw .sizeTooLarge }
        guard oldSize <= newSize else { throw .sizesReversed }
        if oldSize == newSize || oldSize == 0 {
            guard path.isEmpty else { throw .pathTooLong }
            guard oldSize != 0 || oldRoot == Merkle.emptyRoot else { throw .oldRootMismatch }
            guard oldSize != newSize || oldRoot == newRoot else { throw .rootMismatch }
            return
        }
        let roots = try self.roots(seed: oldSize.nonzeroBitCount == 1 ? oldRoot : nil)
        guard roots.old == oldRoot else { throw .oldRootMismatch }
        guard roots.new == newRoot else { throw .rootMismatch }
    }

    /// The two roots that the path leads to; `seed` is the old root if the old tree is perfect.
    private func roots(seed: Digest?) throws(ProofError) -> (old: Digest, new: Digest) {
        guard let start = seed ?? path.first, !path.isEmpty else { throw .pathTooShort }
        var place = oldSize - 1
        var last = newSize - 1
        let skipped = UInt64((~place).trailingZeroBitCount)
        place >>= skipped
        last >>= skipped
        var old = start
        var new = start
        for hash in seed == nil ? path.dropFirst() : path[...] {
            guard last != 0 else { throw .pathTooLong }
            if !place.isMultiple(of: 2) || place == last {
                old = Merkle.nodeHash(hash, old)
                new = Merkle.nodeHash(hash, new)
                // A lone right-edge node has no sibling on these levels: it was promoted.
                let promoted = UInt64(place.trailingZeroBitCount)
                place >>= promoted
                last >>= promoted
            } else {
                new = Merkle.nodeHash(new, hash)
            }
            place >>= 1
            last >>= 1
        }
        guard last == 0 else { throw .pathTooShort }
        return (old, new)
    }
}
