// SPDX-License-Identifier: Apache-2.0

/// The proof that a leaf is at a place in a tree (RFC 6962 section 2.1.1, RFC 9162 section 2.1.3).
public struct InclusionProof: Hashable, Sendable {
    /// The leaf's place, from 0.
    public let index: UInt64
    /// The number of leaves in the tree.
    public let size: UInt64
    /// The sibling hashes on the way up: the leaf's sibling first, the child of the root last.
    public let path: [Digest]

    /// Puts together a proof that was received; nothing is checked before ``verify(leafHash:root:)``.
    public init(index: UInt64, size: UInt64, path: [Digest]) {
        self.index = index
        self.size = size
        self.path = path
    }

    /// Makes the proof for a leaf with O(log size) reads; nil if `index` is not below `size`.
    public init?<Reader: HashReader>(
        index: UInt64,
        size: UInt64,
        reading reader: Reader
    ) throws(Reader.Failure) {
        guard index < size, size <= Merkle.maximumSize else { return nil }
        var path: [Digest] = []
        var range = 0..<size
        while range.count > 1 {
            let middle = range.lowerBound + Merkle.split(range.upperBound - range.lowerBound)
            if index < middle {
                path.append(try reader.hash(over: middle..<range.upperBound))
                range = range.lowerBound..<middle
            } else {
                path.append(try reader.hash(over: range.lowerBound..<middle))
                range = middle..<range.upperBound
            }
        }
        self.init(index: index, size: size, path: path.reversed())
    }

    /// The root that the path leads to from `leafHash` (RFC 9162 section 2.1.3.2).
    public func root(leafHash: Digest) throws(ProofError) -> Digest {
        guard size <= Merkle.maximumSize else { throw .sizeTooLarge }
        guard index < size else { throw .indexBeyondSize }
        var place = index
        var last = size - 1
        var root = leafHash
        for sibling in path {
            guard last != 0 else { throw .pathTooLong }
            if !place.isMultiple(of: 2) || place == last {
                root = Merkle.nodeHash(sibling, root)
                // A lone right-edge node has no sibling on these levels: it was promoted.
                let promoted = UInt64(place.trailingZeroBitCount)
                place >>= promoted
                last >>= promoted
            } else {
                root = Merkle.nodeHash(root, sibling)
            }
            place >>= 1
            last >>= 1
        }
        guard last == 0 else { throw .pathTooShort }
        return root
    }

    /// Accepts the proof only if it leads from `leafHash` to `root`.
    public func verify(leafHash: Digest, root: Digest) throws(ProofError) {
        guard try self.root(leafHash: leafHash) == root else { throw .rootMismatch }
    }
}
