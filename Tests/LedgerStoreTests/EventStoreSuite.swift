// SPDX-License-Identifier: Apache-2.0
import LedgerStore
import Testing
import TransparencyLog

/// What every `EventStore` must do: one check for each behaviour, run against a new store.
struct EventStoreCheck: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let run: @Sendable (any StorePlace) throws -> Void

    init(_ description: String, _ run: @escaping @Sendable (any StorePlace) throws -> Void) {
        testDescription = description
        self.run = run
    }

    /// The whole suite.
    static let all = reading + appending + sealing + proving + lasting + cosigning
}

extension EventStoreCheck {
    static let reading = [
        EventStoreCheck("an empty store has nothing") { place in
            let store = try place.create()
            #expect(try store.head.size == 0)
            #expect(try store.head.tree.root == Merkle.emptyRoot)
            #expect(try store.latestCheckpoint == nil)
            #expect(try store.entry(at: 0) == nil)
            #expect(try store.entries(from: 0, limit: 10) == [])
            #expect(try store.position(ofID: "id-0") == nil)
            #expect(try store.positions(ofSubject: "thing/T-0") == [])
            #expect(try store.checkpoint(atSize: 0) == nil)
            #expect(try store.checkpoints(fromSize: 0, limit: 10) == [])
            #expect(try store.fullTile(level: 0, index: 0) == nil)
            #expect(try store.leafHashes(from: 0, count: 10) == [])
            let report = try store.verify()
            #expect(report.isComplete && report.entries == 0 && report.root == Merkle.emptyRoot)
        },
        EventStoreCheck("what was appended is read back to the byte") { place in
            let store = try place.create()
            var drafts = Draft.run(3)
            drafts[1].payload = Array(0...255)
            let batch = StoreBatch(drafts, after: try store.head)
            try store.append(batch)
            for entry in batch.entries {
                let stored = try #require(try store.entry(at: entry.position))
                #expect(stored.position == entry.position)
                #expect(stored.bytes == entry.bytes)
                #expect(stored.leafHash == entry.leafHash)
                #expect(try store.position(ofID: entry.keys.id) == entry.position)
            }
            #expect(try store.entry(at: 3) == nil)
            #expect(try store.entry(at: .max) == nil)
            #expect(try store.keys(from: 1, limit: 10) == drafts[1...].map(\.keys))
            #expect(try store.leafHashes(from: 1, count: 1) == [batch.entries[1].leafHash])
            #expect(try store.latestCheckpoint == batch.checkpoint)
        },
        EventStoreCheck("a page has the entries asked for and no more") { place in
            let store = try place.create()
            try store.append(run: 10)
            #expect(try store.entries(from: 2, limit: 3).map(\.position) == [2, 3, 4])
            #expect(try store.entries(from: 8, limit: 3).map(\.position) == [8, 9])
            #expect(try store.entries(from: 10, limit: 3) == [])
            #expect(try store.entries(from: 0, limit: 0) == [])
            #expect(try store.entries(from: 0, limit: -1) == [])
            #expect(try store.entries(from: .max, limit: 3) == [])
            #expect(try store.keys(from: .max, limit: 3) == [])
            #expect(try store.leafHashes(from: .max, count: 3) == [])
        },
        EventStoreCheck("a page of long entries ends early") { place in
            let store = try place.create()
            var drafts = Draft.run(100)
            for place in drafts.indices { drafts[place].payload = [UInt8](repeating: 1, count: 60_000) }
            try store.append(drafts)
            let page = try store.entries(from: 0, limit: 100)
            #expect(page.count < 100)
            #expect(page.reduce(0) { $0 + $1.bytes.count } < StoreLimits.pageBytes + 65_536)
            var positions: [UInt64] = []
            try store.forEachEntry(from: 5, below: 95) { positions.append($0.position) }
            #expect(positions == Array(5..<95))
        },
        EventStoreCheck("reading on past the end names the missing entry") { place in
            let store = try place.create()
            try store.append(run: 3)
            #expect(throws: StoreFailure.damaged(position: 3, reason: "the entry is missing")) {
                try store.forEachEntry(from: 1, below: 5) { _ in }
            }
        },
        EventStoreCheck("a stream has its positions in order") { place in
            let store = try place.create()
            let one = "thing/one"
            let two = "thing/two"
            try store.append([
                Draft(id: "a", subject: one, version: 1), Draft(id: "b", subject: two, version: 1),
                Draft(id: "c", subject: one, version: 2),
            ])
            try store.append([Draft(id: "d", subject: one, version: 3)])
            #expect(try store.positions(ofSubject: one) == [0, 2, 3])
            #expect(try store.positions(ofSubject: two) == [1])
            #expect(try store.positions(ofSubject: "thing/three") == [])
        },
        EventStoreCheck("subjects and ids are compared as bytes") { place in
            let store = try place.create()
            let composed = "thing/\u{e9}"
            let decomposed = "thing/e\u{301}"
            try store.append([
                Draft(id: composed, subject: composed, version: 1),
                Draft(id: decomposed, subject: decomposed, version: 1),
            ])
            #expect(try store.positions(ofSubject: composed) == [0])
            #expect(try store.position(ofID: decomposed) == 1)
        },
        EventStoreCheck("each commit has its checkpoint") { place in
            let store = try place.create()
            var expected: [StoredCheckpoint] = []
            for count in [1, 4, 2] {
                try store.append(run: count)
                expected.append(try #require(try store.latestCheckpoint))
            }
            #expect(expected.map(\.size) == [1, 5, 7])
            #expect(try store.checkpoints(fromSize: 0, limit: 10) == expected)
            #expect(try store.checkpoints(fromSize: 2, limit: 1) == [expected[1]])
            #expect(try store.checkpoint(atSize: 5) == expected[1])
            #expect(try store.checkpoint(atSize: 4) == nil)
            #expect(try store.firstCheckpoint(covering: 0) == expected[0])
            #expect(try store.firstCheckpoint(covering: 4) == expected[1])
            #expect(try store.firstCheckpoint(covering: 5) == expected[2])
            #expect(try store.firstCheckpoint(covering: 7) == nil)
            #expect(try store.firstCheckpoint(covering: .max) == nil)
            #expect(try store.checkpoints(fromSize: .max, limit: 3) == [])
        },
    ]
}
