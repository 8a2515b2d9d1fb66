// SPDX-License-Identifier: Apache-2.0
import GRDB
import LedgerStore
import Testing

/// The triggers, against a program that knows nothing of them.
@Suite struct AppendOnlyTests {
    private static let hash = "zeroblob(32)"

    private static let forbidden = [
        "UPDATE entries SET bytes = x'00' WHERE position = 1",
        "UPDATE entries SET position = position + 1000",
        "UPDATE entries SET leaf_hash = \(hash)",
        "DELETE FROM entries WHERE position = 299",
        "DELETE FROM entries",
        "UPDATE streams SET subject = 'thing/other'",
        "DELETE FROM streams",
        "UPDATE checkpoints SET note = x'00'",
        "DELETE FROM checkpoints WHERE size = 300",
        "UPDATE tiles SET root = \(hash)",
        "DELETE FROM tiles",
        "UPDATE cosignatures SET line = x'00'",
        "DELETE FROM cosignatures",
        "UPDATE disclosures SET text = 'WyJz'",
        "UPDATE disclosures SET position = 1",
        // Positions that are not the next.
        "INSERT INTO entries VALUES (302, 1, 301, 't', 'new', \(hash), x'00')",
        "INSERT INTO entries VALUES (-1, 1, 301, 't', 'new', \(hash), x'00')",
        "INSERT INTO entries VALUES (NULL, 1, 302, 't', 'new', \(hash), x'00')",
        "INSERT INTO checkpoints VALUES (301, \(hash), x'00')",
        "INSERT INTO checkpoints VALUES (299, \(hash), x'00')",
        "INSERT INTO checkpoints VALUES (NULL, \(hash), x'00')",
        "INSERT INTO tiles VALUES (0, 2, \(hash), zeroblob(8192))",
        "INSERT INTO cosignatures VALUES (9, 300, x'00')",
        "INSERT INTO streams VALUES (9, 'thing/new')",
        // A disclosure that comes back, or comes after its checkpoint.
        "INSERT INTO disclosures VALUES (1, 'name', NULL, 'WyJh')",
        // REPLACE, on the key and on each other unique column.
        "REPLACE INTO entries VALUES (299, 1, 300, 't', 'id-299', \(hash), x'00')",
        "REPLACE INTO entries VALUES (300, 1, 301, 't', 'id-7', \(hash), x'00')",
        "REPLACE INTO entries VALUES (300, 1, 300, 't', 'new', \(hash), x'00')",
        "REPLACE INTO streams VALUES (1, 'thing/other')",
        "REPLACE INTO streams VALUES (2, 'thing/T-0')",
        "REPLACE INTO checkpoints VALUES (300, \(hash), x'00')",
        "REPLACE INTO tiles VALUES (0, 0, \(hash), zeroblob(8192))",
        "REPLACE INTO tiles (rowid, level, number, root, hashes) VALUES (1, 0, 1, \(hash), zeroblob(8192))",
        "REPLACE INTO cosignatures VALUES (1, 300, x'00')",
        "REPLACE INTO cosignatures VALUES (2, 300, x'01')",
        "REPLACE INTO disclosures VALUES (0, 'name', NULL, 'WyJh')",
        "REPLACE INTO disclosures (rowid, position, field, text) VALUES (1, 0, 'other', 'WyJh')",
        "UPDATE OR REPLACE entries SET id = 'id-1' WHERE position = 2",
        "INSERT INTO entries VALUES (299, 1, 300, 't', 'new', \(hash), x'00') "
            + "ON CONFLICT DO UPDATE SET bytes = x'00'",
    ]

    @Test(arguments: forbidden)
    func anotherProgramCannotChangeHistory(sql: String) throws {
        let place = try TemporaryDirectory()
        let store = try place.create()
        var drafts = Draft.run(300)
        drafts[0].disclosures = [NewDisclosure(field: "name", person: nil, text: "WyJh")]
        try store.append(drafts)
        let other = try OtherProgram(place.database)
        try other.execute("INSERT INTO cosignatures VALUES (1, 300, x'01')")
        let before = try other.rows()
        #expect(throws: DatabaseError.self) { try other.execute(sql) }
        #expect(try other.rows() == before)
        try other.close()
    }

    @Test func onlyDisclosuresCanBeDeleted() throws {
        let place = try TemporaryDirectory()
        let store = try place.create()
        var drafts = Draft.run(1)
        drafts[0].disclosures = [NewDisclosure(field: "name", person: nil, text: "WyJh")]
        try store.append(drafts)
        let other = try OtherProgram(place.database)
        try other.execute("DELETE FROM disclosures")
        #expect(try store.disclosures(at: 0) == [:])
        try other.close()
    }
}
