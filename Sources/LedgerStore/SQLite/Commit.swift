// SPDX-License-Identifier: Apache-2.0
internal import GRDB
internal import TransparencyLog

/// The writing of one batch, inside its transaction.
struct Commit {
    private let database: Database
    private var tree: CompactRange

    init(_ database: Database, after head: StoreHead) {
        self.database = database
        tree = head.tree
    }

    /// Writes all of a batch and returns the head that it makes.
    mutating func write(_ batch: StoreBatch) throws -> StoreHead {
        var completed: [(level: Int, index: UInt64, root: Digest)] = []
        for entry in batch.entries {
            guard entry.position == tree.size else {
                throw StoreFailure.wrongPosition(expected: tree.size, found: entry.position)
            }
            try insert(entry)
            tree.append(entry.leafHash) { node, hash in
                guard node.level.isMultiple(of: Tile.height) else { return }
                completed.append((node.level / Tile.height - 1, node.index, hash))
            }
        }
        for tile in completed { try insertTile(level: tile.level, index: tile.index, root: tile.root) }
        let checkpoint = batch.checkpoint
        let root = tree.root
        guard !batch.entries.isEmpty, checkpoint.size == tree.size, checkpoint.root == root else {
            throw StoreFailure.wrongCheckpoint(size: tree.size, root: root)
        }
        // Last, because a disclosure is refused for an entry that a checkpoint covers.
        try Query(
            database,
            "INSERT INTO checkpoints (size, root, note) VALUES (?, ?, ?)",
            .count(checkpoint.size),
            .bytes(checkpoint.root.bytes),
            .bytes(checkpoint.note)
        ).run()
        _ = try DisclosureTable.erase(batch.erasures, in: database)
        return StoreHead(tree: tree, checkpoint: checkpoint)
    }

    private func insert(_ entry: NewEntry) throws {
        let stream = try streamNumber(of: entry.keys)
        do {
            try Query(
                database,
                """
                INSERT INTO entries (position, stream, stream_version, type, id, leaf_hash, bytes)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                .count(entry.position),
                .integer(stream),
                .count(entry.keys.streamVersion),
                .text(entry.keys.type),
                .text(entry.keys.id),
                .bytes(entry.leafHash.bytes),
                .bytes(entry.bytes)
            ).run()
        } catch let error as DatabaseError {
            throw try refusal(of: entry, stream: stream, for: error)
        }
        for disclosure in entry.disclosures {
            try Query(
                database,
                "INSERT INTO disclosures (position, field, person, text) VALUES (?, ?, ?, ?)",
                .count(entry.position),
                .text(disclosure.field),
                disclosure.person.map(SQLValue.text) ?? .null,
                .text(disclosure.text)
            ).run()
        }
    }

    /// The number of a stream, which is given one with its first entry.
    ///
    /// A first entry is tried without looking; if the stream is there all the same, its entry will be refused. Any other
    /// error ends the commit here: after it, as on a full disk, there may be no transaction to go on in.
    private func streamNumber(of keys: EntryKeys) throws -> Int64 {
        if keys.streamVersion == 1 {
            do { return try newStreamNumber(keys.subject) } catch let error as DatabaseError
                where error.resultCode.primaryResultCode == .SQLITE_CONSTRAINT
            {}
        }
        let query = try Query(database, "SELECT number FROM streams WHERE subject = ?", .text(keys.subject))
        return try query.next() ? query.integer(0) : newStreamNumber(keys.subject)
    }

    private func newStreamNumber(_ subject: String) throws -> Int64 {
        try Query(
            database,
            "INSERT INTO streams (number, subject) VALUES ((SELECT coalesce(max(number), 0) + 1 FROM streams), ?)",
            .text(subject)
        ).run()
        return database.lastInsertedRowID
    }

    /// The failure that a trigger's message stands for.
    private func refusal(of entry: NewEntry, stream: Int64, for error: DatabaseError) throws -> any Error {
        switch error.message {
        case Schema.Refusal.position:
            let next = try LedgerFile.integer(database, "SELECT coalesce(max(position), -1) + 1 FROM entries")
            return StoreFailure.wrongPosition(expected: UInt64(clamping: next), found: entry.position)
        case Schema.Refusal.id:
            let query = try Query(database, "SELECT position FROM entries WHERE id = ?", .text(entry.keys.id))
            guard try query.next() else { return error }
            return StoreFailure.duplicateID(entry.keys.id, position: try query.count(0))
        case Schema.Refusal.streamVersion:
            let query = try Query(
                database,
                "SELECT coalesce(max(stream_version), 0) + 1 FROM entries WHERE stream = ?",
                .integer(stream)
            )
            guard try query.next() else { return error }
            return StoreFailure.wrongStreamVersion(
                subject: entry.keys.subject,
                expected: try query.count(0),
                found: entry.keys.streamVersion
            )
        default:
            return error
        }
    }

    /// Writes a tile that has become full; those of the level below are written already.
    private func insertTile(level: Int, index: UInt64, root: Digest) throws {
        let start = index * UInt64(Tile.fullWidth)
        let hashes = try TreeRows(database: database, size: tree.size)
            .hashes(tileLevel: level, from: start, count: Tile.fullWidth)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(hashes.count * Digest.byteCount)
        for hash in hashes { hash.append(to: &bytes) }
        try Query(
            database,
            "INSERT INTO tiles (level, number, root, hashes) VALUES (?, ?, ?, ?)",
            .integer(Int64(level)),
            .count(index),
            .bytes(root.bytes),
            .bytes(bytes)
        ).run()
    }
}
