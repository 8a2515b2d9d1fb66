// SPDX-License-Identifier: Apache-2.0
internal import GRDB

extension SQLiteEventStore {
    public func addCosignatures(_ lines: [[UInt8]], size: UInt64) throws(StoreFailure) {
        try reporting {
            try pool.writeWithoutTransaction { database in
                try database.inTransaction(.immediate) {
                    for line in lines {
                        try Query(
                            database,
                            """
                            INSERT INTO cosignatures (number, size, line)
                            SELECT (SELECT coalesce(max(number), 0) + 1 FROM cosignatures), ?1, ?2
                            WHERE NOT EXISTS (SELECT 1 FROM cosignatures WHERE size = ?1 AND line = ?2)
                            """,
                            .count(size),
                            .bytes(line)
                        ).run()
                    }
                    return .commit
                }
            }
        }
    }

    public func cosignatures(atSize size: UInt64) throws(StoreFailure) -> [[UInt8]] {
        try reading { database in
            let query = try Query(
                database,
                "SELECT line FROM cosignatures WHERE size = ? ORDER BY number",
                .count(size)
            )
            var lines: [[UInt8]] = []
            while try query.next() { lines.append(query.bytes(0)) }
            return lines
        }
    }

    public func newestCosignatures(limit: Int) throws(StoreFailure) -> [StoredCosignature] {
        try reading { database in
            let query = try Query(
                database,
                "SELECT size, line FROM cosignatures ORDER BY number DESC LIMIT ?",
                .integer(Int64(min(max(limit, 0), StoreLimits.pageRows)))
            )
            var found: [StoredCosignature] = []
            while try query.next() {
                found.append(StoredCosignature(size: try query.count(0), line: query.bytes(1)))
            }
            return found
        }
    }
}
