// SPDX-License-Identifier: Apache-2.0
internal import GRDB
internal import TransparencyLog

/// The tree of the first `size` entries, read within one transaction.
///
/// Hash `i` of tile level 0 is the leaf hash in the entry's row, and of a level above the root kept with tile `i`
/// of the level below. What lies within one full tile is read from its row, and otherwise from up to 128 of these.
struct TreeRows: HashReader {
    let database: Database
    let size: UInt64

    func hash(level: Int, index: UInt64) throws(StoreFailure) -> Digest {
        do { return try readHash(level: level, index: index) } catch { throw StoreFailure(error) }
    }

    private func readHash(level: Int, index: UInt64) throws -> Digest {
        let node = NodePosition(level: level, index: index)
        guard let (tile, span) = Tile.holding(node, size: size),
            case .hashes(let tileLevel) = tile.content
        else {
            throw StoreFailure.failed("node \(index) of level \(level) is not complete at size \(size)")
        }
        let width = UInt64(Tile.fullWidth)
        if tile.isFull, span.count > 1 {
            guard let stored = try fullTile(level: tileLevel, index: tile.index) else {
                throw StoreFailure.damaged(position: nil, reason: "tile \(tile.path) is missing")
            }
            let start = span.lowerBound * Digest.byteCount
            return try Self.root(stored.hashes[start..<start + span.count * Digest.byteCount])
        }
        let start = tile.index * width + UInt64(span.lowerBound)
        return CompactRange(try hashes(tileLevel: tileLevel, from: start, count: span.count)).root
    }

    /// Consecutive hashes of a tile level, one row read for each.
    func hashes(tileLevel: Int, from start: UInt64, count: Int) throws -> [Digest] {
        let query =
            if tileLevel == 0 {
                try Query(
                    database,
                    "SELECT leaf_hash FROM entries WHERE position >= ? ORDER BY position LIMIT ?",
                    .count(start),
                    .integer(Int64(count))
                )
            } else {
                try Query(
                    database,
                    "SELECT root FROM tiles WHERE level = ? AND number >= ? ORDER BY number LIMIT ?",
                    .integer(Int64(tileLevel - 1)),
                    .count(start),
                    .integer(Int64(count))
                )
            }
        var hashes: [Digest] = []
        hashes.reserveCapacity(count)
        while try query.next() { hashes.append(try query.digest(0)) }
        guard hashes.count == count else {
            throw StoreFailure.damaged(
                position: tileLevel == 0 ? start + UInt64(hashes.count) : nil,
                reason: "a hash of tile level \(tileLevel) is missing"
            )
        }
        return hashes
    }

    /// The row of a full tile.
    func fullTile(level: Int, index: UInt64) throws -> StoredTile? {
        let query = try Query(
            database,
            "SELECT root, hashes FROM tiles WHERE level = ? AND number = ?",
            .integer(Int64(level)),
            .count(index)
        )
        guard try query.next() else { return nil }
        let hashes = query.bytes(1)
        guard hashes.count == Tile.fullWidth * Digest.byteCount else {
            throw StoreFailure.damaged(position: nil, reason: "tile \(index) of level \(level) was cut")
        }
        return StoredTile(root: try query.digest(0), hashes: hashes)
    }

    private static func root(_ hashes: ArraySlice<UInt8>) throws -> Digest {
        var range = CompactRange()
        for start in stride(from: hashes.startIndex, to: hashes.endIndex, by: Digest.byteCount) {
            guard let hash = Digest(bytes: hashes[start..<start + Digest.byteCount]) else {
                throw StoreFailure.damaged(position: nil, reason: "a tile was cut")
            }
            range.append(hash)
        }
        return range.root
    }
}

extension Query {
    /// The column as a hash.
    func digest(_ column: CInt) throws -> Digest {
        guard let digest = Digest(bytes: bytes(column)) else {
            throw StoreFailure.damaged(position: nil, reason: "a hash in the database has not 32 bytes")
        }
        return digest
    }

    /// The columns from `column` on as a checkpoint: size, root, note.
    func checkpoint() throws -> StoredCheckpoint {
        StoredCheckpoint(size: try count(0), root: try digest(1), note: bytes(2))
    }
}
