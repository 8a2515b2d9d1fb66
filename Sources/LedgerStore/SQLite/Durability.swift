// SPDX-License-Identifier: Apache-2.0
internal import GRDB

/// The settings of the writing connection on which durability and erasure rest, as SQLite reports them.
///
/// See <https://sqlite.org/pragma.html>: `synchronous` is 2 for FULL, `temp_store` 2 for MEMORY.
public struct Durability: Hashable, Sendable {
    /// How changes reach the file; `wal`.
    public let journalMode: String
    /// When SQLite waits for the disk; 2, at every commit.
    public let synchronous: Int
    /// Whether deleted content is overwritten with zeros; 1.
    public let secureDelete: Int
    /// Whether references are enforced; 1.
    public let foreignKeys: Int
    /// Whether REPLACE runs delete triggers; 1.
    public let recursiveTriggers: Int
    /// Where temporary tables are; 2, never in a file.
    public let temporaryStore: Int

    /// What a store insists on.
    static let required = Durability(
        journalMode: "wal",
        synchronous: 2,
        secureDelete: 1,
        foreignKeys: 1,
        recursiveTriggers: 1,
        temporaryStore: 2
    )
}

extension Durability {
    /// Reads the settings of a connection back.
    init(_ database: Database) throws {
        func setting(_ name: String) throws -> Int {
            Int(try LedgerFile.integer(database, "PRAGMA \(name)"))
        }
        let journal = try Query(database, "PRAGMA journal_mode")
        journalMode = try journal.next() ? journal.text(0) : ""
        synchronous = try setting("synchronous")
        secureDelete = try setting("secure_delete")
        foreignKeys = try setting("foreign_keys")
        recursiveTriggers = try setting("recursive_triggers")
        temporaryStore = try setting("temp_store")
    }
}
