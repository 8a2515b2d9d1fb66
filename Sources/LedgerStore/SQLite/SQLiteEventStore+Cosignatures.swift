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

    public func cosignatures(atSize size: UInt64, limit: Int) throws(StoreFailure) -> [[UInt8]] {
        try reading { database in
            let query = try Query(
                database,
                "SELECT line FROM cosignatures WHERE size = ? ORDER BY number DESC LIMIT ?",
                .count(size),
                .rows(limit)
            )
            return try query.all { $0.bytes(0) }
        }
    }

    public func newestCosignature(
        beginning start: [UInt8]
    ) throws(StoreFailure) -> (size: UInt64, line: [UInt8])? {
        try reading { database in
            let query = try Query(
                database,
                "SELECT size, line FROM cosignatures WHERE substr(line, 1, ?) = ? ORDER BY number DESC LIMIT 1",
                .integer(Int64(start.count)),
                .bytes(start)
            )
            return try query.all { (size: try $0.count(0), line: $0.bytes(1)) }.first
        }
    }

    public func cosignedSizes(above size: UInt64, limit: Int) throws(StoreFailure) -> [UInt64] {
        try reading { database in
            let query = try Query(
                database,
                "SELECT DISTINCT size FROM cosignatures WHERE size > ? ORDER BY size DESC LIMIT ?",
                .count(size),
                .rows(limit)
            )
            return try query.all { try $0.count(0) }
        }
    }

    public func cosignings(
        after number: UInt64,
        limit: Int
    ) throws(StoreFailure) -> [(number: UInt64, size: UInt64)] {
        try reading { database in
            let query = try Query(
                database,
                "SELECT number, size FROM cosignatures WHERE number > ? ORDER BY number LIMIT ?",
                .count(number),
                .rows(limit)
            )
            return try query.all { (number: try $0.count(0), size: try $0.count(1)) }
        }
    }
}
