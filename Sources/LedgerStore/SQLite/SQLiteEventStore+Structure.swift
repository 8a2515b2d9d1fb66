// SPDX-License-Identifier: Apache-2.0
internal import GRDB

extension SQLiteEventStore {
    /// Checks the schema, SQLite's own structure, references, and that no row is missing or too many.
    ///
    /// One transaction sees it all, so that commits go on meanwhile.
    public func verifyStructure() throws(StoreFailure) {
        try reading { database in
            try LedgerFile.checkSchema(database)
            let check = try Query(database, "PRAGMA integrity_check(1)")
            guard try check.next(), check.text(0) == "ok" else {
                throw StoreFailure.damaged(position: nil, reason: "SQLite: \(check.text(0))")
            }
            let references = try Query(database, "PRAGMA foreign_key_check")
            guard try !references.next() else {
                let reason = "a row of \(references.text(0)) refers to none of \(references.text(2))"
                throw StoreFailure.damaged(position: nil, reason: reason)
            }
            for (sql, reason) in Self.anomalies where try LedgerFile.integer(database, sql) != 0 {
                throw StoreFailure.damaged(position: nil, reason: reason)
            }
        }
    }

    /// Questions whose answer must be 0.
    private static let anomalies = [
        (
            "SELECT count(*) != coalesce(max(position), -1) + 1 FROM entries",
            "entries are missing"
        ),
        (
            """
            SELECT coalesce((SELECT max(size) FROM checkpoints), 0)
                != coalesce((SELECT max(position) FROM entries), -1) + 1
            """,
            "the last checkpoint is not of the last entry"
        ),
        (
            """
            SELECT count(*) FROM (
                SELECT 1 FROM entries GROUP BY stream
                HAVING count(*) != max(stream_version) OR min(stream_version) != 1
            )
            """,
            "a stream has not every version"
        ),
        (
            """
            SELECT count(*) FROM (
                SELECT level, count(*) AS tiles, min(number) AS first, max(number) AS last
                FROM tiles GROUP BY level
            ) WHERE first != 0 OR last != tiles - 1
                OR level NOT BETWEEN 0 AND 6
                OR tiles != (SELECT max(position) + 1 FROM entries) >> (8 * (level + 1))
            """,
            "a tile is missing or too many"
        ),
    ]
}
