// SPDX-License-Identifier: Apache-2.0
import LedgerStore
import Testing
import TransparencyLog

/// The conformance suite and the properties, on real SQLite files.
@Suite(.timeLimit(.minutes(3)))
struct SQLiteEventStoreTests {
    @Test(arguments: EventStoreCheck.all)
    func conforms(to check: EventStoreCheck) throws {
        try check.run(try TemporaryDirectory())
    }

    @Test(arguments: 0..<40)
    func randomBatchesKeepRootsAndProofs(seed: Int) throws {
        var generator = SplitMix64(seed: seed)
        let place = try TemporaryDirectory()
        var store: (any EventStore)? = try place.create()
        var leaves: [Digest] = []
        var versions: [String: UInt64] = [:]
        for round in 0..<Int.random(in: 1...12, using: &generator) {
            let drafts = (0..<Int.random(in: 1...90, using: &generator)).map { place in
                let subject = "thing/T-\(Int.random(in: 0..<5, using: &generator))"
                versions[subject, default: 0] += 1
                let length = Int.random(in: 0..<300, using: &generator)
                let payload = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
                let version = versions[subject, default: 0]
                return Draft(id: "\(round)-\(place)", subject: subject, version: version, payload: payload)
            }
            let batch = StoreBatch(drafts, after: try #require(store).head)
            try store?.append(batch)
            leaves += batch.entries.map(\.leafHash)
            if Int.random(in: 0..<4, using: &generator) == 0 {
                let head = try store?.head
                store = nil
                store = try place.open()
                #expect(try store?.head == head)
            }
        }
        let open = try #require(store)
        let tree = LeafHashes(leaves)
        let size = tree.size
        let root = try tree.root(size: size)
        #expect(try open.head.tree.root == root)
        #expect(try open.head.tree == CompactRange(leaves))
        #expect(try open.verify(comparing: Draft.readKeys).root == root)
        for (subject, version) in versions {
            #expect(try open.positions(ofSubject: subject).count == Int(version))
        }
        for _ in 0..<20 {
            let old = UInt64.random(in: 1...size, using: &generator)
            let index = UInt64.random(in: 0..<old, using: &generator)
            let oldRoot = try tree.root(size: old)
            let inclusion = try #require(try InclusionProof(index: index, size: old, reading: open))
            try inclusion.verify(leafHash: leaves[Int(index)], root: oldRoot)
            let consistency = try #require(try ConsistencyProof(oldSize: old, newSize: size, reading: open))
            try consistency.verify(oldRoot: oldRoot, newRoot: root)
        }
    }

    @Test func tilesOfTheSecondLevelProveToo() throws {
        let place = try TemporaryDirectory()
        var store: SQLiteEventStore? = try SQLiteEventStore(directory: place.path, create: true)
        for _ in 0..<9 { try store?.append(run: 8_000) }
        let head = try #require(try store?.head)
        #expect(head.size == 72_000)
        store = nil
        let again = try SQLiteEventStore(directory: place.path)
        #expect(try again.head == head)
        #expect(try again.fullTile(level: 1, index: 0) != nil)
        for index: UInt64 in [0, 65_535, 65_536, 71_679, 71_680, 71_999] {
            let proof = try #require(try InclusionProof(index: index, size: 72_000, reading: again))
            let leafHash = try #require(try again.entry(at: index)).leafHash
            try proof.verify(leafHash: leafHash, root: head.tree.root)
        }
        for old: UInt64 in [1, 300, 65_535, 65_536, 65_537, 71_999] {
            let proof = try #require(try ConsistencyProof(oldSize: old, newSize: 72_000, reading: again))
            try proof.verify(oldRoot: try again.root(size: old), newRoot: head.tree.root)
        }
    }

    @Test func readersSeeWholeCommitsWhileOneWrites() async throws {
        let place = try TemporaryDirectory()
        let store = try SQLiteEventStore(directory: place.path, create: true)
        try store.append(run: 10)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for _ in 0..<60 { try store.append(run: 10) }
            }
            for _ in 0..<2 {
                group.addTask {
                    var size: UInt64 = 0
                    while size < 610 {
                        let head = try store.head
                        #expect(head.size >= size && head.size.isMultiple(of: 10))
                        size = head.size
                        #expect(try store.entry(at: size - 1) != nil)
                        #expect(try store.checkpoint(atSize: size) == head.checkpoint)
                        let root = try store.root(size: size)
                        #expect(root == head.tree.root)
                        await Task.yield()
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try store.verify(comparing: Draft.readKeys).entries == 610)
    }
}
