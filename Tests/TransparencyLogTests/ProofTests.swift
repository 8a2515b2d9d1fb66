// SPDX-License-Identifier: Apache-2.0
import Testing
import TransparencyLog

@Suite("Merkle proofs")
struct ProofTests {
    private static let hashes = Published.leafHashes

    @Test(arguments: [
        (0, 1, []),
        (0, 8, [hashes[1], Published.hash23, Published.hash4567]),
        (5, 8, [hashes[4], Published.hash67, Published.roots[4]]),
        (2, 3, [Published.roots[2]]),
        (1, 5, [hashes[0], Published.hash23, hashes[4]]),
        (6, 7, [Published.hash45, Published.roots[4]]),
    ])
    func publishedInclusionProofs(index: Int, size: Int, path: [String]) throws {
        let proof = try required(
            InclusionProof(index: UInt64(index), size: UInt64(size), reading: Published.tree())
        )
        #expect(proof.path.map(\.hexadecimal) == path)
        try proof.verify(
            leafHash: required(Digest(hexadecimal: Self.hashes[index])),
            root: required(Digest(hexadecimal: Published.roots[size]))
        )
    }

    @Test(arguments: [
        (1, 1, []),
        (1, 8, [hashes[1], Published.hash23, Published.hash4567]),
        (6, 8, [Published.hash45, Published.hash67, Published.roots[4]]),
        (2, 5, [Published.hash23, hashes[4]]),
        (3, 7, [hashes[2], hashes[3], Published.roots[2], Published.hash456]),
        (4, 7, [Published.hash456]),
        (6, 7, [Published.hash45, hashes[6], Published.roots[4]]),
    ])
    func publishedConsistencyProofs(old: Int, new: Int, path: [String]) throws {
        let proof = try required(
            ConsistencyProof(oldSize: UInt64(old), newSize: UInt64(new), reading: Published.tree())
        )
        #expect(proof.path.map(\.hexadecimal) == path)
        try proof.verify(
            oldRoot: required(Digest(hexadecimal: Published.roots[old])),
            newRoot: required(Digest(hexadecimal: Published.roots[new]))
        )
    }

    @Test(arguments: 1...70)
    func everyInclusionIsThatOfTheDefinition(size: Int) throws {
        let naive = NaiveTree(count: size)
        let reader = LeafHashes(naive.leaves)
        let root = naive.root(0..<size)
        for index in 0..<size {
            let proof = try required(
                InclusionProof(index: UInt64(index), size: UInt64(size), reading: reader)
            )
            #expect(proof.path == naive.inclusion(index, 0..<size))
            try proof.verify(leafHash: naive.leaves[index], root: root)
        }
        #expect(try InclusionProof(index: UInt64(size), size: UInt64(size), reading: reader) == nil)
    }

    @Test(arguments: 0...70)
    func everyConsistencyIsThatOfTheDefinition(new: Int) throws {
        let naive = NaiveTree(count: new)
        let reader = LeafHashes(naive.leaves)
        for old in 0...new {
            let proof = try required(
                ConsistencyProof(oldSize: UInt64(old), newSize: UInt64(new), reading: reader)
            )
            #expect(proof.path == naive.consistency(old, new))
            try proof.verify(oldRoot: naive.root(0..<old), newRoot: naive.root(0..<new))
        }
        #expect(try ConsistencyProof(oldSize: UInt64(new) + 1, newSize: UInt64(new), reading: reader) == nil)
    }

    @Test func proofsNeedFewReads() throws {
        let size = 70_000
        let reader = CountingReader(TileTests.largest)
        for index in [0, 1, 4_095, 65_535, 65_536, 69_999] {
            reader.reads = 0
            _ = try InclusionProof(index: UInt64(index), size: UInt64(size), reading: reader)
            #expect(reader.reads <= 17 + size.nonzeroBitCount)
            reader.reads = 0
            _ = try ConsistencyProof(oldSize: UInt64(index), newSize: UInt64(size), reading: reader)
            #expect(reader.reads <= 18 + size.nonzeroBitCount)
        }
    }

    @Test(arguments: 1...33)
    func damagedInclusionProofsAreRefused(size: Int) throws {
        let naive = NaiveTree(count: size)
        let reader = LeafHashes(naive.leaves)
        let root = naive.root(0..<size)
        for index in 0..<size {
            let proof = try required(
                InclusionProof(index: UInt64(index), size: UInt64(size), reading: reader)
            )
            let leaf = naive.leaves[index]
            for path in damaged(proof.path, byAnyOf: naive.leaves[0]) {
                let bad = InclusionProof(index: proof.index, size: proof.size, path: path)
                #expect(throws: ProofError.self) { try bad.verify(leafHash: leaf, root: root) }
            }
            for other in flips(of: leaf) {
                #expect(throws: ProofError.rootMismatch) { try proof.verify(leafHash: other, root: root) }
            }
            for other in flips(of: root) {
                #expect(throws: ProofError.rootMismatch) { try proof.verify(leafHash: leaf, root: other) }
            }
            for other in 0..<size where other != index {
                let moved = InclusionProof(index: UInt64(other), size: proof.size, path: proof.path)
                #expect(throws: ProofError.self) { try moved.verify(leafHash: leaf, root: root) }
            }
        }
    }

    @Test(arguments: 1...33)
    func damagedConsistencyProofsAreRefused(new: Int) throws {
        let naive = NaiveTree(count: new)
        let reader = LeafHashes(naive.leaves)
        let newRoot = naive.root(0..<new)
        for old in 1...new {
            let proof = try required(
                ConsistencyProof(oldSize: UInt64(old), newSize: UInt64(new), reading: reader)
            )
            let oldRoot = naive.root(0..<old)
            for path in damaged(proof.path, byAnyOf: naive.leaves[0]) {
                let bad = ConsistencyProof(oldSize: proof.oldSize, newSize: proof.newSize, path: path)
                #expect(throws: ProofError.self) { try bad.verify(oldRoot: oldRoot, newRoot: newRoot) }
            }
            for other in flips(of: oldRoot) {
                #expect(throws: ProofError.self) { try proof.verify(oldRoot: other, newRoot: newRoot) }
            }
            for other in flips(of: newRoot) {
                #expect(throws: ProofError.rootMismatch) {
                    try proof.verify(oldRoot: oldRoot, newRoot: other)
                }
            }
        }
    }

    @Test func malformedProofsNameTheirFault() throws {
        let hash = Merkle.leafHash([1])
        let tooLarge = UInt64(Int64.max) + 1
        func inclusion(_ index: UInt64, _ size: UInt64, _ count: Int) throws {
            try InclusionProof(index: index, size: size, path: Array(repeating: hash, count: count))
                .verify(leafHash: hash, root: hash)
        }
        #expect(throws: ProofError.indexBeyondSize) { try inclusion(0, 0, 0) }
        #expect(throws: ProofError.indexBeyondSize) { try inclusion(5, 5, 1) }
        #expect(throws: ProofError.sizeTooLarge) { try inclusion(0, tooLarge, 63) }
        #expect(throws: ProofError.pathTooShort) { try inclusion(0, 2, 0) }
        #expect(throws: ProofError.pathTooLong) { try inclusion(0, 1, 1) }
        func consistency(_ old: UInt64, _ new: UInt64, _ count: Int, oldRoot: Digest? = nil) throws {
            try ConsistencyProof(oldSize: old, newSize: new, path: Array(repeating: hash, count: count))
                .verify(oldRoot: oldRoot ?? hash, newRoot: hash)
        }
        #expect(throws: ProofError.sizesReversed) { try consistency(6, 5, 0) }
        #expect(throws: ProofError.sizeTooLarge) { try consistency(1, tooLarge, 63) }
        #expect(throws: ProofError.pathTooLong) { try consistency(5, 5, 1) }
        #expect(throws: ProofError.pathTooLong) { try consistency(0, 5, 1, oldRoot: Merkle.emptyRoot) }
        #expect(throws: ProofError.oldRootMismatch) { try consistency(0, 5, 0) }
        #expect(throws: ProofError.pathTooShort) { try consistency(3, 5, 0) }
        #expect(throws: ProofError.pathTooShort) { try consistency(4, 5, 0) }
        #expect(throws: ProofError.rootMismatch) {
            try ConsistencyProof(oldSize: 5, newSize: 5, path: [])
                .verify(oldRoot: hash, newRoot: Merkle.emptyRoot)
        }
        try consistency(0, 5, 0, oldRoot: Merkle.emptyRoot)
    }

    /// Paths that differ from a good one: cut, lengthened, in another order, or off by a bit in any byte.
    private func damaged(_ path: [Digest], byAnyOf hash: Digest) -> [[Digest]] {
        var damaged = (0..<path.count).map { Array(path[..<$0]) }
        for place in 0...path.count {
            damaged.append(Array(path[..<place]) + [hash] + Array(path[place...]))
        }
        for place in path.indices {
            if place > 0 {
                var swapped = path
                swapped.swapAt(place - 1, place)
                damaged.append(swapped)
                damaged.append(Array(path[place...]))
            }
            for flipped in flips(of: path[place]) {
                var other = path
                other[place] = flipped
                damaged.append(other)
            }
        }
        return damaged
    }

    private func flips(of digest: Digest) -> [Digest] {
        (0..<Digest.byteCount).compactMap {
            var bytes = digest.bytes
            bytes[$0] ^= 1 << UInt8($0 % 8)
            return Digest(bytes: bytes)
        }
    }
}

/// Counts the reads of a reader.
final class CountingReader: HashReader {
    private let reader: LeafHashes
    var reads = 0

    init(_ reader: LeafHashes) { self.reader = reader }

    func hash(level: Int, index: UInt64) throws(LeafHashes.Failure) -> Digest {
        reads += 1
        return try reader.hash(level: level, index: index)
    }
}
