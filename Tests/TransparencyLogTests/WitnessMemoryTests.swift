// SPDX-License-Identifier: Apache-2.0
import Testing
import TransparencyLog

@Suite("A witness's memory")
struct WitnessMemoryTests {
    private let log: SignerKey
    private let witness: SignerKey

    init() throws {
        log = try SignerKey(
            name: try #require(KeyName("ledger.example/jv")),
            algorithm: .ed25519,
            seed: Array(repeating: 1, count: SignerKey.seedBytes)
        )
        witness = try SignerKey(
            name: try #require(KeyName("provide.example/w1")),
            algorithm: .cosignature,
            seed: Array(repeating: 2, count: SignerKey.seedBytes)
        )
    }

    private func tree(_ size: Int, story: UInt8 = 0) -> LeafHashes {
        LeafHashes((0..<size).map { Merkle.leafHash([UInt8(truncatingIfNeeded: $0), $0 < 3 ? 0 : story]) })
    }

    private func note(_ tree: LeafHashes, by key: SignerKey? = nil) throws -> SignedNote {
        let key = key ?? log
        var range = CompactRange()
        for index in 0..<tree.size { range.append(try tree.hash(level: 0, index: index)) }
        return try Checkpoint(origin: key.verifierKey.name, size: tree.size, root: range.root).signed(
            with: key
        )
    }

    private func request(_ old: UInt64, _ tree: LeafHashes, by key: SignerKey? = nil) throws -> WitnessRequest
    {
        let proof =
            old == 0
            ? ConsistencyProof(oldSize: 0, newSize: tree.size, path: [])
            : try #require(try ConsistencyProof(oldSize: old, newSize: tree.size, reading: tree))
        return WitnessRequest(consistency: proof, checkpoint: try note(tree, by: key))
    }

    private func remembered(_ size: Int) throws -> WitnessMemory {
        try WitnessMemory(of: log.verifierKey, note: try note(tree(size)))
    }

    @Test("From nothing, and from every earlier size, it cosigns what continues")
    func continues() throws {
        for old in 0...9 {
            for new in max(old, 1)...12 {
                let memory =
                    old == 0 ? WitnessMemory(of: log.verifierKey) : try remembered(old)
                let request = try WitnessRequest(parsing: request(UInt64(old), tree(new)).bytes)
                let note = try memory.cosign(request, at: 1_767_225_600, with: witness)
                let opened = try VerifiedCheckpoint(
                    opening: note,
                    logs: [log.verifierKey],
                    witnesses: [witness.verifierKey]
                )
                #expect(opened.cosignatures.map(\.timestamp) == [1_767_225_600])
                #expect(try WitnessMemory(of: log.verifierKey, note: note).size == UInt64(new))
            }
        }
    }

    @Test("Another story is never cosigned, whether longer, as long, or shorter")
    func forks() throws {
        let memory = try remembered(7)
        #expect(throws: CosigningRefusal.forked(remembered: 7, shown: 9)) {
            try memory.cosign(try request(7, tree(9, story: 1)), at: 1, with: witness)
        }
        #expect(throws: CosigningRefusal.forked(remembered: 7, shown: 7)) {
            try memory.cosign(try request(7, tree(7, story: 1)), at: 1, with: witness)
        }
        #expect(throws: CosigningRefusal.rolledBack(remembered: 7, shown: 5)) {
            try memory.cosign(try request(0, tree(5)), at: 1, with: witness)
        }
        #expect(CosigningRefusal.forked(remembered: 7, shown: 9).isEvidence)
    }

    @Test("A proof from elsewhere, another log and another kind of key are no evidence, and not cosigned")
    func unusable() throws {
        let memory = try remembered(7)
        #expect(throws: CosigningRefusal.beginsElsewhere(remembered: 7)) {
            try memory.cosign(try request(4, tree(9)), at: 1, with: witness)
        }
        #expect(throws: CosigningRefusal.beginsElsewhere(remembered: 7)) {
            try memory.cosign(try request(0, tree(9)), at: 1, with: witness)
        }
        let other = try SignerKey(
            name: log.verifierKey.name,
            algorithm: .ed25519,
            seed: Array(repeating: 3, count: SignerKey.seedBytes)
        )
        #expect(throws: CosigningRefusal.self) {
            try memory.cosign(try request(7, tree(9), by: other), at: 1, with: witness)
        }
        #expect(throws: CosigningRefusal.signing(.wrongAlgorithm)) {
            try memory.cosign(try request(7, tree(9)), at: 1, with: log)
        }
        #expect(throws: CheckpointError.self) {
            try WitnessMemory(of: other.verifierKey, note: try note(tree(7)))
        }
    }
}
