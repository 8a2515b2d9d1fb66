// SPDX-License-Identifier: Apache-2.0
import CSQLite
import Glibc

/// SQLite inserting entries as fast as it can: prepared statements, integer streams, ids that rise with time, and the
/// ledger's durability, in bare calls of its C interface.
final class SQLitePeer {
    private static let rowsPerCommit = 64
    private static let type = "io.jvledger.finding.recorded.v1"

    private let database: OpaquePointer
    private let insertion: OpaquePointer
    private let entry: [UInt8]
    private let leafHash = [UInt8](repeating: 0xA5, count: 32)
    private var last: Int64 = 0

    /// Makes a database whose rows hold these bytes.
    init(_ path: String, entry: [UInt8]) throws(Failure) {
        self.entry = entry
        var opened: OpaquePointer?
        guard sqlite3_open(path, &opened) == SQLITE_OK, let opened else {
            throw .peer("SQLite cannot open \(path)")
        }
        database = opened
        let statements = """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            CREATE TABLE entries (
                position INTEGER PRIMARY KEY, stream INTEGER NOT NULL, stream_version INTEGER NOT NULL,
                type TEXT NOT NULL, id TEXT NOT NULL UNIQUE, leaf_hash BLOB NOT NULL, bytes BLOB NOT NULL,
                UNIQUE (stream, stream_version)
            ) STRICT;
            """
        var prepared: OpaquePointer?
        guard sqlite3_exec(opened, statements, nil, nil, nil) == SQLITE_OK,
            sqlite3_prepare_v2(opened, "INSERT INTO entries VALUES (?, ?, 1, ?, ?, ?, ?)", -1, &prepared, nil)
                == SQLITE_OK,
            let prepared
        else { throw .peer("SQLite: \(String(cString: sqlite3_errmsg(opened)))") }
        insertion = prepared
    }

    deinit {
        sqlite3_finalize(insertion)
        sqlite3_close(database)
    }

    /// Inserts rows for some seconds; returns how many a second.
    func rowsPerSecond(seconds: Double) throws(Failure) -> Double {
        let start = Instant.now
        let before = last
        while start.secondsAgo < seconds {
            try run("BEGIN")
            for _ in 0..<Self.rowsPerCommit { try insert() }
            try run("COMMIT")
        }
        return Double(last - before) / start.secondsAgo
    }

    private func insert() throws(Failure) {
        last += 1
        let digits = String(last)
        let id = "019a0000-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.utf8.count) + digits
        sqlite3_bind_int64(insertion, 1, last)
        sqlite3_bind_int64(insertion, 2, last)
        // No destructor: what is bound outlives the step.
        let outcome = leafHash.withUnsafeBytes { leafHash in
            entry.withUnsafeBytes { entry in
                Self.type.withCString { type in
                    id.withCString { id in
                        sqlite3_bind_text(insertion, 3, type, -1, nil)
                        sqlite3_bind_text(insertion, 4, id, -1, nil)
                        sqlite3_bind_blob(insertion, 5, leafHash.baseAddress, Int32(leafHash.count), nil)
                        sqlite3_bind_blob(insertion, 6, entry.baseAddress, Int32(entry.count), nil)
                        defer { sqlite3_reset(insertion) }
                        return sqlite3_step(insertion)
                    }
                }
            }
        }
        guard outcome == SQLITE_DONE else { throw failure }
    }

    private var failure: Failure { .peer("SQLite: \(String(cString: sqlite3_errmsg(database)))") }

    private func run(_ statement: String) throws(Failure) {
        guard sqlite3_exec(database, statement, nil, nil, nil) == SQLITE_OK else {
            throw failure
        }
    }
}
