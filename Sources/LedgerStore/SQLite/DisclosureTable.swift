// SPDX-License-Identifier: Apache-2.0
internal import GRDB

/// Deletes disclosures so that no copy of them stays in the file.
///
/// `secure_delete` overwrites a deleted row, but not what SQLite leaves behind when it moves rows from one page to
/// another, as it does when pages run empty: a text that was once moved would survive its own deletion in the unused
/// part of a page. So the table is written anew after each deletion, in order, which moves nothing; the pages of the old
/// one are overwritten with zeros as they become free (<https://sqlite.org/pragma.html#pragma_secure_delete>). It takes
/// as long as there are disclosures: 100,000 of them, a third of a second.
enum DisclosureTable {
    private static let copy = "disclosures_kept"

    /// Deletes those of some disclosures that are there, within the caller's transaction, and returns how many were.
    static func erase(_ keys: [DisclosureKey], in database: Database) throws -> Int {
        var count = 0
        for key in keys {
            try Query(
                database,
                "DELETE FROM disclosures WHERE position = ? AND field = ?",
                .count(key.position),
                .text(key.field)
            ).run()
            count += database.changesCount
        }
        if count > 0 { try writeAnew(in: database) }
        return count
    }

    private static func writeAnew(in database: Database) throws {
        try database.execute(
            sql:
                "CREATE TABLE \(copy) AS SELECT position, field, person, text FROM disclosures ORDER BY rowid"
        )
        try database.execute(sql: "DROP TABLE disclosures")
        // The triggers last: they refuse a disclosure of an entry that a checkpoint covers.
        let triggers = Schema.disclosures.filter { $0.sql.hasPrefix("CREATE TRIGGER") }
        for (_, sql) in Schema.disclosures where !sql.hasPrefix("CREATE TRIGGER") {
            try database.execute(sql: sql)
        }
        try database.execute(
            sql: """
                INSERT INTO disclosures (position, field, person, text)
                SELECT position, field, person, text FROM \(copy) ORDER BY rowid
                """
        )
        for (_, sql) in triggers { try database.execute(sql: sql) }
        try database.execute(sql: "DROP TABLE \(copy)")
    }
}
