// SPDX-License-Identifier: Apache-2.0
internal import GRDB
public import TransparencyLog

extension SQLiteEventStore {
    public var count: UInt64 {
        get throws(StoreFailure) {
            try reading { database in
                let last = try Query(database, "SELECT coalesce(max(position), -1) + 1 FROM entries")
                return try last.next() ? try last.count(0) : 0
            }
        }
    }

    public func entry(at position: UInt64) throws(StoreFailure) -> StoredEntry? {
        try entries(from: position, limit: 1).first { $0.position == position }
    }

    public func entries(from position: UInt64, limit: Int) throws(StoreFailure) -> [StoredEntry] {
        try readingOnce { database in
            let query = try Query(
                database,
                "SELECT position, leaf_hash, bytes FROM entries WHERE position >= ? ORDER BY position LIMIT ?",
                .count(position),
                .rows(limit)
            )
            var entries: [StoredEntry] = []
            var size = 0
            while size < StoreLimits.pageBytes, try query.next() {
                let entry = try query.entry()
                size += entry.bytes.count
                entries.append(entry)
            }
            return entries
        }
    }

    public func keys(from position: UInt64, limit: Int) throws(StoreFailure) -> [EntryKeys] {
        try readingOnce { database in
            let query = try Query(
                database,
                """
                SELECT id, subject, type, stream_version FROM entries
                LEFT JOIN streams ON number = stream WHERE position >= ? ORDER BY position LIMIT ?
                """,
                .count(position),
                .rows(limit)
            )
            return try query.all { row throws in
                EntryKeys(
                    id: row.text(0),
                    subject: row.text(1),
                    type: row.text(2),
                    streamVersion: try row.count(3)
                )
            }
        }
    }

    public func positions(ofIDs ids: [String]) throws(StoreFailure) -> [String: UInt64] {
        guard !ids.isEmpty else { return [:] }
        // Over the connection that writes: whoever asks is about to, and need not wait for another.
        return try reporting {
            try pool.writeWithoutTransaction { database in
                var positions: [String: UInt64] = [:]
                for id in ids {
                    let query = try Query(database, "SELECT position FROM entries WHERE id = ?", .text(id))
                    if try query.next() { positions[id] = try query.count(0) }
                }
                return positions
            }
        }
    }

    public func positions(ofSubject subject: String) throws(StoreFailure) -> [UInt64] {
        try readingOnce { database in
            let query = try Query(
                database,
                """
                SELECT position FROM entries WHERE stream = (SELECT number FROM streams WHERE subject = ?)
                ORDER BY stream_version
                """,
                .text(subject)
            )
            return try query.all { try $0.count(0) }
        }
    }

    public func leafHashes(from position: UInt64, count: Int) throws(StoreFailure) -> [Digest] {
        try readingOnce { database in
            let query = try Query(
                database,
                "SELECT leaf_hash FROM entries WHERE position >= ? ORDER BY position LIMIT ?",
                .count(position),
                .rows(count)
            )
            return try query.all { try $0.digest(0) }
        }
    }

    public func fullTile(level: Int, index: UInt64) throws(StoreFailure) -> StoredTile? {
        try reading { try TreeRows(database: $0, size: 0).fullTile(level: level, index: index) }
    }

    public func hash(level: Int, index: UInt64) throws(StoreFailure) -> Digest {
        let size = try head.size
        return try reading { try TreeRows(database: $0, size: size).hash(level: level, index: index) }
    }

    public func readingTree<Result>(
        _ body: (any HashReader<StoreFailure>) throws(StoreFailure) -> Result
    ) throws(StoreFailure) -> Result {
        let size = try head.size
        return try reading { try body(TreeRows(database: $0, size: size)) }
    }

    public func disclosures(at position: UInt64) throws(StoreFailure) -> [String: String] {
        try readingOnce { database in
            let query = try Query(
                database,
                "SELECT field, text FROM disclosures WHERE position = ?",
                .count(position)
            )
            var texts: [String: String] = [:]
            while try query.next() { texts[query.text(0)] = query.text(1) }
            return texts
        }
    }

    public func keptDisclosures(
        in range: Range<UInt64>
    ) throws(StoreFailure) -> [UInt64: [NewDisclosure]] {
        try reading { database in
            let query = try Query(
                database,
                """
                SELECT position, field, person, text FROM disclosures
                WHERE position >= ? AND position < ? ORDER BY position, field
                """,
                .count(range.lowerBound),
                .count(range.upperBound)
            )
            var kept: [UInt64: [NewDisclosure]] = [:]
            while try query.next() {
                let person = query.isNull(2) ? nil : query.text(2)
                let disclosure = NewDisclosure(field: query.text(1), person: person, text: query.text(3))
                kept[try query.count(0), default: []].append(disclosure)
            }
            return kept
        }
    }

    public func disclosure(at position: UInt64, field: String) throws(StoreFailure) -> String? {
        try readingOnce { database in
            let query = try Query(
                database,
                "SELECT text FROM disclosures WHERE position = ? AND field = ?",
                .count(position),
                .text(field)
            )
            return try query.next() ? query.text(0) : nil
        }
    }

    public func disclosures(ofPerson person: String) throws(StoreFailure) -> [DisclosureKey] {
        try readingOnce { database in
            let query = try Query(
                database,
                "SELECT position, field FROM disclosures WHERE person = ? ORDER BY position, field",
                .text(person)
            )
            return try query.all { DisclosureKey(position: try $0.count(0), field: $0.text(1)) }
        }
    }

    public func checkpoint(atSize size: UInt64) throws(StoreFailure) -> StoredCheckpoint? {
        try checkpoints("size = ?", size, limit: 1).first
    }

    public func firstCheckpoint(covering position: UInt64) throws(StoreFailure) -> StoredCheckpoint? {
        try checkpoints("size > ?", position, limit: 1).first
    }

    public func checkpoints(fromSize size: UInt64, limit: Int) throws(StoreFailure) -> [StoredCheckpoint] {
        try checkpoints("size >= ?", size, limit: limit)
    }

    private func checkpoints(
        _ condition: String,
        _ size: UInt64,
        limit: Int
    ) throws(StoreFailure) -> [StoredCheckpoint] {
        try readingOnce { database in
            let query = try Query(
                database,
                "SELECT size, root, note FROM checkpoints WHERE \(condition) ORDER BY size LIMIT ?",
                .count(size),
                .rows(limit)
            )
            return try query.all { try $0.checkpoint() }
        }
    }
}

extension SQLValue {
    /// The number of rows asked for, within what one page may have.
    static func rows(_ limit: Int) -> SQLValue {
        .integer(Int64(min(max(limit, 0), StoreLimits.pageRows)))
    }
}

extension Query {
    /// Every row that is left, each made into a value.
    func all<Value>(_ make: (borrowing Query) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        while try next() { values.append(try make(self)) }
        return values
    }

    /// The columns position, leaf_hash and bytes as an entry.
    fileprivate func entry() throws -> StoredEntry {
        let position = try count(0)
        guard let leafHash = Digest(bytes: bytes(1)) else {
            throw StoreFailure.damaged(position: position, reason: "the leaf hash has not 32 bytes")
        }
        return StoredEntry(position: position, leafHash: leafHash, bytes: bytes(2))
    }
}
