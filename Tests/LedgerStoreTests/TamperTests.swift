// SPDX-License-Identifier: Apache-2.0
import LedgerStore
import Testing
import TransparencyLog

/// Damage and tampering with the file while it is closed: each must be found, and named.
@Suite struct TamperTests {
    private static let tables = ["entries", "streams", "checkpoints", "tiles"]

    /// A closed store of 600 entries in two commits, each with a payload of its own.
    private func makeClosedStore() throws -> TemporaryDirectory {
        let place = try TemporaryDirectory()
        let store = try place.create()
        for position: UInt64 in [0, 300] {
            var drafts = Draft.run(300, from: position)
            for place in drafts.indices { drafts[place].payload = Self.payload(position + UInt64(place)) }
            try store.append(drafts)
        }
        return place
    }

    private static func payload(_ position: UInt64) -> [UInt8] {
        Array("<the payload of entry number \(position)>".utf8)
    }

    private func expectDamage(_ place: TemporaryDirectory, at position: UInt64?) throws {
        let store = try SQLiteEventStore(inspecting: place.path)
        let failure = #expect(throws: StoreFailure.self) { try store.verify(comparing: Draft.readKeys) }
        guard case .damaged(let found, let reason) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(found == position, "\(reason)")
    }

    @Test(arguments: [0, 1, 255, 256, 299, 300, 511, 598, 599] as [UInt64])
    func aFlippedBitInAnEntryIsFound(position: UInt64) throws {
        let place = try makeClosedStore()
        try place.flip(Self.payload(position))
        try expectDamage(place, at: position)
        #expect(try place.open().entry(at: position)?.bytes.count != nil)
    }

    @Test(arguments: [3, 256, 530] as [UInt64])
    func aFlippedBitInALeafHashIsFound(position: UInt64) throws {
        let place = try makeClosedStore()
        let hash = try #require(try place.open().entry(at: position)).leafHash
        let other = try OtherProgram(place.database)
        let flipped = hash.bytes.dropLast() + [hash.bytes[31] ^ 1]
        let blob = Digest(bytes: Array(flipped))?.hexadecimal ?? ""
        try other.executeWithoutTriggers(
            of: Self.tables,
            "UPDATE entries SET leaf_hash = x'\(blob)' WHERE position = \(position)"
        )
        try other.close()
        try expectDamage(place, at: position)
    }

    @Test(arguments: 0..<60)
    func noFlippedByteGoesUnnoticedOrCrashes(seed: Int) throws {
        var generator = SplitMix64(seed: seed)
        let place = try makeClosedStore()
        let original = try place.open().verify()
        try place.flipByte(using: &generator)
        do {
            let store = try SQLiteEventStore(inspecting: place.path)
            let report = try store.verify(comparing: Draft.readKeys)
            // A byte that nothing uses: free space, or a header field that SQLite does not need.
            #expect(report == original)
        } catch let failure as OpeningFailure {
            #expect(!failure.description.isEmpty)
        } catch let failure as StoreFailure {
            #expect(!failure.description.isEmpty)
        }
    }

    private static let changes: [(sql: String, position: UInt64?)] = [
        ("UPDATE streams SET subject = 'thing/other' WHERE number = 2", 300),
        ("UPDATE entries SET id = 'other' WHERE position = 17", 17),
        ("UPDATE entries SET stream = 1, stream_version = 301 WHERE position = 599", 599),
        ("UPDATE entries SET type = 'other' WHERE position = 4", 4),
        ("UPDATE tiles SET hashes = zeroblob(8192) WHERE number = 1", 256),
        ("DELETE FROM tiles WHERE number = 1", 256),
        ("INSERT INTO tiles SELECT 0, 2, root, hashes FROM tiles WHERE number = 1", nil),
        ("UPDATE checkpoints SET root = zeroblob(32) WHERE size = 300", 299),
        ("UPDATE checkpoints SET note = x'00' WHERE size = 300", 299),
        ("INSERT INTO cosignatures VALUES (1, 17, x'00')", nil),
        (
            """
            UPDATE entries SET position = -1 WHERE position = 8;
            UPDATE entries SET position = 8 WHERE position = 9;
            UPDATE entries SET position = 9 WHERE position = -1;
            """, 8
        ),
        // A consistent copy of another entry: only the tile shows it.
        (
            """
            UPDATE entries SET (leaf_hash, bytes) = (SELECT leaf_hash, bytes FROM entries WHERE position = 5)
            WHERE position = 6
            """, 6
        ),
    ]

    @Test(arguments: changes.indices)
    func aChangedRowIsFound(index: Int) throws {
        let change = Self.changes[index]
        let place = try makeClosedStore()
        let other = try OtherProgram(place.database)
        try other.executeWithoutTriggers(of: Self.tables, change.sql)
        try other.close()
        try expectDamage(place, at: change.position)
    }

    @Test func aDisclosureOfNoEntryIsFound() throws {
        let place = try makeClosedStore()
        let other = try OtherProgram(place.database)
        try other.execute("INSERT INTO disclosures VALUES (5000, 'name', NULL, 'WyJh')")
        try other.close()
        try expectDamage(place, at: nil)
    }

    @Test func aMissingEntryIsNamed() throws {
        let place = try makeClosedStore()
        let other = try OtherProgram(place.database)
        try other.executeWithoutTriggers(of: Self.tables, "DELETE FROM entries WHERE position = 77")
        try other.close()
        try expectDamage(place, at: 77)
    }

    @Test func aCutTailIsFoundOnOpening() throws {
        let cuts: [(sql: String, position: UInt64)] = [
            ("DELETE FROM entries WHERE position >= 560", 560),
            ("DELETE FROM entries WHERE position >= 300", 300),
            ("DELETE FROM checkpoints WHERE size > 300", 599),
            ("UPDATE checkpoints SET root = zeroblob(32) WHERE size = 600", 599),
            ("DELETE FROM checkpoints", 599),
        ]
        for (sql, position) in cuts {
            let place = try makeClosedStore()
            let other = try OtherProgram(place.database)
            try other.executeWithoutTriggers(of: Self.tables, sql)
            try other.close()
            let failure = #expect(throws: OpeningFailure.self) { try place.open() }
            guard case .store(.damaged) = failure else {
                Issue.record("\(sql): \(String(describing: failure))")
                return
            }
            try expectDamage(place, at: position)
            let inspected = try SQLiteEventStore(inspecting: place.path)
            #expect(throws: StoreFailure.self) { try inspected.head }
            #expect(throws: StoreFailure.self) {
                try inspected.append(StoreBatch(Draft.run(1), after: StoreHead.empty))
            }
        }
    }

    @Test(arguments: ["DROP TRIGGER entries_no_delete", "CREATE TABLE more (c)", "DROP TABLE cosignatures"])
    func aChangedSchemaIsNotOpened(sql: String) throws {
        let place = try makeClosedStore()
        let other = try OtherProgram(place.database)
        try other.execute(sql)
        try other.close()
        let failure = #expect(throws: OpeningFailure.self) { try place.open() }
        guard case .store(.damaged(nil, _)) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        try expectDamage(place, at: nil)
    }
}
