// SPDX-License-Identifier: Apache-2.0
import LedgerStore
import Testing
import TransparencyLog

/// A batch that must be refused, and why.
private func expectRefusal(
    of batch: StoreBatch,
    by store: any EventStore,
    _ failure: StoreFailure,
    location: SourceLocation = #_sourceLocation
) throws {
    let head = try store.head
    #expect(throws: failure, sourceLocation: location) { try store.append(batch) }
    #expect(try store.head == head, sourceLocation: location)
    #expect(try store.entries(from: head.size, limit: 1) == [], sourceLocation: location)
    try store.append(run: 2)
    #expect(try store.verify(comparing: Draft.readKeys).entries == head.size + 2, sourceLocation: location)
}

extension EventStoreCheck {
    static let appending = [
        EventStoreCheck("a position that is not the next is refused") { place in
            let store = try place.create()
            try store.append(run: 2)
            let moves: [(UInt64) -> UInt64] = [{ $0 - 1 }, { $0 + 1 }, { _ in 0 }, { _ in .max }]
            for move in moves {
                let head = try store.head
                var batch = StoreBatch(Draft.run(2, from: head.size), after: head)
                batch.entries[0].position = move(head.size)
                let failure = StoreFailure.wrongPosition(expected: head.size, found: move(head.size))
                try expectRefusal(of: batch, by: store, failure)
            }
        },
        EventStoreCheck("a gap within a batch is refused") { place in
            let store = try place.create()
            var batch = StoreBatch(Draft.run(3), after: try store.head)
            batch.entries.remove(at: 1)
            try expectRefusal(of: batch, by: store, .wrongPosition(expected: 1, found: 2))
        },
        EventStoreCheck("an id is used once") { place in
            let store = try place.create()
            try store.append(run: 2)
            var drafts = Draft.run(2, from: 2)
            drafts[1].id = "id-1"
            let batch = StoreBatch(drafts, after: try store.head)
            try expectRefusal(of: batch, by: store, .duplicateID("id-1", position: 1))
        },
        EventStoreCheck("an id is used once within a batch too") { place in
            let store = try place.create()
            var drafts = Draft.run(2)
            drafts[1].id = drafts[0].id
            let batch = StoreBatch(drafts, after: try store.head)
            try expectRefusal(of: batch, by: store, .duplicateID("id-0", position: 0))
        },
        EventStoreCheck("a stream's versions have no gap and no repetition") { place in
            let store = try place.create()
            try store.append([Draft(id: "a", subject: "thing/A", version: 1)])
            let wrong: [(String, expected: UInt64, found: UInt64)] = [
                ("thing/A", 2, 1), ("thing/A", 2, 3), ("thing/A", 2, 0), ("thing/A", 2, .max),
                ("thing/B", 1, 2), ("thing/B", 1, 0),
            ]
            for (subject, expected, found) in wrong {
                let draft = Draft(id: "b", subject: subject, version: found)
                let batch = StoreBatch([draft], after: try store.head)
                let failure = StoreFailure.wrongStreamVersion(
                    subject: subject,
                    expected: expected,
                    found: found
                )
                try expectRefusal(of: batch, by: store, failure)
            }
        },
        EventStoreCheck("a checkpoint of another size or root is refused") { place in
            let store = try place.create()
            try store.append(run: 3)
            let sizes: [(UInt64) -> UInt64] = [{ $0 - 1 }, { $0 + 1 }, { _ in 0 }]
            for change in sizes {
                var batch = StoreBatch(Draft.run(2, from: try store.head.size), after: try store.head)
                let right = batch.checkpoint
                batch.checkpoint = StoredCheckpoint(size: change(right.size), root: right.root)
                try expectRefusal(of: batch, by: store, .wrongCheckpoint(size: right.size, root: right.root))
            }
            var batch = StoreBatch(Draft.run(2, from: try store.head.size), after: try store.head)
            let right = batch.checkpoint
            batch.checkpoint = StoredCheckpoint(size: right.size, root: Merkle.emptyRoot)
            try expectRefusal(of: batch, by: store, .wrongCheckpoint(size: right.size, root: right.root))
        },
        EventStoreCheck("a batch without entries is refused") { place in
            let store = try place.create()
            try store.append(run: 1)
            let batch = StoreBatch([], after: try store.head)
            let checkpoint = batch.checkpoint
            let failure = StoreFailure.wrongCheckpoint(size: checkpoint.size, root: checkpoint.root)
            try expectRefusal(of: batch, by: store, failure)
        },
        EventStoreCheck("an entry has 1 to 65,535 bytes") { place in
            let store = try place.create()
            for length in [1, 65_535] {
                var batch = StoreBatch(Draft.run(1, from: try store.head.size), after: try store.head)
                batch.replaceBytes(with: [UInt8](repeating: 7, count: length), after: try store.head)
                try store.append(batch)
                #expect(try store.entry(at: store.head.size - 1)?.bytes.count == length)
            }
            for length in [0, 65_536] {
                let head = try store.head
                var batch = StoreBatch(Draft.run(1, from: head.size), after: head)
                batch.replaceBytes(with: [UInt8](repeating: 7, count: length), after: head)
                #expect(throws: StoreFailure.self) { try store.append(batch) }
                #expect(try store.head == head)
            }
        },
        EventStoreCheck("nothing of a refused batch is left") { place in
            let store = try place.create()
            try store.append(run: 1)
            var drafts = Draft.run(300, from: 1)
            drafts[0].disclosures = [NewDisclosure(field: "name", person: "P-0001", text: "WyJh")]
            drafts[299].id = "id-0"
            let batch = StoreBatch(drafts, after: try store.head)
            #expect(throws: StoreFailure.duplicateID("id-0", position: 0)) { try store.append(batch) }
            #expect(try store.positions(ofSubject: drafts[0].subject) == [])
            #expect(try store.position(ofID: drafts[0].id) == nil)
            #expect(try store.disclosures(ofPerson: "P-0001") == [])
            #expect(try store.fullTile(level: 0, index: 0) == nil)
            #expect(try store.checkpoints(fromSize: 2, limit: 1) == [])
        },
    ]
}

extension StoreBatch {
    /// Gives the only entry other bytes, and the batch the checkpoint for them.
    fileprivate mutating func replaceBytes(with bytes: [UInt8], after head: StoreHead) {
        entries[0].bytes = bytes
        entries[0].leafHash = Merkle.leafHash(bytes)
        var tree = head.tree
        tree.append(entries[0].leafHash)
        checkpoint = StoredCheckpoint(size: tree.size, root: tree.root)
    }
}
