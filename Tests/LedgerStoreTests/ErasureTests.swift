// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import LedgerStore
import Testing
import TransparencyLog

/// What is erased is in no byte of any file of the store, nor of a backup.
@Suite("Nothing is left of what was erased", .timeLimit(.minutes(3)))
struct ErasureTests {
    private static let count = 3_000

    /// A text that is found again, whatever stands around it.
    private static func text(_ position: Int) -> String {
        "NAME\(String(repeating: "0", count: 6 - "\(position)".count))\(position)X"
            + String(repeating: "y", count: 20 + position * 7 % 180)
    }

    private static func key(_ position: Int) -> DisclosureKey {
        DisclosureKey(position: UInt64(position), field: "name")
    }

    private static func filled(_ place: TemporaryDirectory) throws -> SQLiteEventStore {
        let store = try SQLiteEventStore(directory: place.path, create: true)
        var drafts = Draft.run(count)
        for position in drafts.indices {
            drafts[position].disclosures = [
                NewDisclosure(field: "name", person: "P-\(position)", text: text(position))
            ]
        }
        try store.append(drafts)
        return store
    }

    /// The positions whose texts are somewhere in the files, in whole or in their middle.
    private static func found(in files: some Sequence<Data>) -> Set<Int> {
        var found: Set<Int> = []
        for file in files {
            var rest = file[...]
            while let range = rest.range(of: Data("NAME".utf8)) {
                let digits = String(decoding: rest[range.upperBound...].prefix(6), as: UTF8.self)
                if let position = Int(digits) { found.insert(position) }
                rest = rest[range.upperBound...]
            }
        }
        return found
    }

    @Test("Erased over and over, texts leave nothing in the database or its log", arguments: 0..<6)
    func bytes(seed: Int) throws {
        var generator = SplitMix64(seed: seed)
        let place = try TemporaryDirectory()
        let store = try Self.filled(place)
        try store.scrub()
        #expect(Self.found(in: try place.contents().values).count == Self.count)
        var erased: Set<Int> = []
        for _ in 0..<8 {
            let rest = (0..<Self.count).filter { !erased.contains($0) }.shuffled(using: &generator)
            let batch = rest.prefix(Int.random(in: 1...450, using: &generator))
            try store.append(Draft.run(1, from: store.head.size), erasures: batch.map(Self.key))
            try store.scrub()
            erased.formUnion(batch)
            #expect(Self.found(in: try place.contents().values) == Set(0..<Self.count).subtracting(erased))
        }
        for position in 0..<Self.count {
            let text = try store.disclosure(at: UInt64(position), field: "name")
            #expect(text == (erased.contains(position) ? nil : Self.text(position)))
        }
        #expect(try store.verify(comparing: Draft.readKeys).entries == UInt64(Self.count) + 8)
    }

    @Test("A backup made afterwards has nothing of it either")
    func backup() throws {
        let place = try TemporaryDirectory()
        let other = try TemporaryDirectory()
        let store = try Self.filled(place)
        let erased = stride(from: 0, to: Self.count, by: 3)
        try store.append(Draft.run(1, from: store.head.size), erasures: erased.map(Self.key))
        try store.scrub()
        let source = try DatabaseQueue(path: place.database)
        let copy = try DatabaseQueue(path: other.database)
        try source.backup(to: copy)
        try source.close()
        try copy.close()
        #expect(Self.found(in: try other.contents().values).isDisjoint(with: erased))
        #expect(try SQLiteEventStore(directory: other.path).verify(comparing: Draft.readKeys).isComplete)
    }

    @Test("What came back is deleted again, and what was not there is not counted")
    func again() throws {
        let place = try TemporaryDirectory()
        let store = try Self.filled(place)
        #expect(try store.erase([Self.key(1), Self.key(2), Self.key(Self.count + 5)]) == 2)
        #expect(try store.erase([Self.key(1), Self.key(2)]) == 0)
        try store.scrub()
        #expect(Self.found(in: try place.contents().values) == Set(0..<Self.count).subtracting([1, 2]))
        #expect(try store.verify(comparing: Draft.readKeys).isComplete)
    }

    @Test("After an erasure the table is as append-only as before")
    func stillAppendOnly() throws {
        let place = try TemporaryDirectory()
        var store: SQLiteEventStore? = try Self.filled(place)
        _ = try store?.erase([Self.key(1)])
        store = nil
        let other = try OtherProgram(place.database)
        #expect(throws: DatabaseError.self) {
            try other.execute("INSERT INTO disclosures (position, field, text) VALUES (1, 'name', 'again')")
        }
        #expect(throws: DatabaseError.self) {
            try other.execute("UPDATE disclosures SET text = 'other' WHERE position = 2")
        }
        try other.close()
        // The schema is what it was created as, or this would not open.
        #expect(try SQLiteEventStore(directory: place.path).disclosures(at: 2) == ["name": Self.text(2)])
    }

    @Test("While a reader needs the old pages the log cannot be cleaned, and says so; afterwards it can")
    func busy() throws {
        let place = try TemporaryDirectory()
        let store = try Self.filled(place)
        try store.scrub()
        let reader = try DatabaseQueue(path: place.database)
        try reader.read { database in
            _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM disclosures")
            try store.append(Draft.run(1, from: store.head.size), erasures: [Self.key(7)])
            #expect(throws: StoreFailure.busy) { try store.scrub() }
            #expect(try store.disclosures(at: 7) == [:])
        }
        try reader.close()
        try store.scrub()
        #expect(!Self.found(in: try place.contents().values).contains(7))
    }
}
