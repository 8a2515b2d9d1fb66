// SPDX-License-Identifier: Apache-2.0
internal import TransparencyLog

extension EventStore {
    /// Reads every byte of every entry again and derives from them all that the store says of them.
    ///
    /// Positions are gapless; leaf hashes, full tiles, and the root and note of every checkpoint are those of the
    /// bytes; and the store's own structure holds. Signatures are not checked: the store has no key.
    ///
    /// - Parameters:
    ///   - progress: is told after every page how many entries have been read and how many there are; false
    ///     stops.
    ///   - readKeys: reads the keys from an entry's bytes, nil if they cannot be read; when it is given, the
    ///     columns that entries are found by are compared too.
    /// - Returns: what was read.
    /// - Throws: ``StoreFailure/damaged(position:reason:)`` with the first entry that is wrong, or what kept us
    ///   from reading.
    public func verify(
        progress: (_ verified: UInt64, _ size: UInt64) -> Bool = { _, _ in true },
        comparing readKeys: (([UInt8]) -> EntryKeys?)? = nil
    ) throws(StoreFailure) -> VerificationReport {
        var verification = try Verification(of: self, comparing: readKeys)
        while !verification.report.isComplete {
            try verification.advance()
            let verified = verification.report.entries
            guard progress(verified, verification.size) || verified == verification.size else { break }
        }
        return verification.report
    }
}

/// A verification under way: the tree over what has been read, so that whoever verifies may pause between pages.
///
/// Nothing of the store is held open from one page to the next. It ends with the entries that were there when it
/// began.
public struct Verification {
    /// The most entries read at once.
    private static let page = 1_024

    /// The number of entries that it reads.
    public let size: UInt64
    /// What has been read and found to be right so far.
    public private(set) var report = VerificationReport()
    private let store: any EventStore
    private let readKeys: (([UInt8]) -> EntryKeys?)?
    private var tree = CompactRange()
    /// The hashes, by tile level, of the tile that is not full yet.
    private var tiles: [[UInt8]] = [[]]
    /// Checkpoints read ahead, ascending; none below the size of the tree.
    private var checkpoints: ArraySlice<StoredCheckpoint> = []

    /// Begins at position 0; `readKeys` as in ``EventStore/verify(progress:comparing:)``.
    public init(
        of store: any EventStore,
        comparing readKeys: (([UInt8]) -> EntryKeys?)? = nil
    ) throws(StoreFailure) {
        self.store = store
        self.readKeys = readKeys
        size = try store.count
    }

    /// Reads the next page, and after the last one what only the end shows; the report is complete then.
    ///
    /// - Throws: ``StoreFailure/damaged(position:reason:)`` with the first entry that is wrong, or what kept us
    ///   from reading.
    public mutating func advance() throws(StoreFailure) {
        // What others have read since the last page is no evidence of what is stored.
        store.forgetPages()
        if tree.size < size {
            try readPage(limit: Int(min(UInt64(Self.page), size - tree.size)))
        } else {
            try finish()
        }
    }

    private mutating func readPage(limit: Int) throws(StoreFailure) {
        let start = tree.size
        let entries = try readEntries(from: start, limit: limit)
        guard !entries.isEmpty else { throw .damaged(position: start, reason: "the entry is missing") }
        for entry in entries { try take(entry) }
        if let readKeys { try compareKeys(of: entries, with: readKeys) }
        report.root = tree.root
    }

    private func readEntries(from start: UInt64, limit: Int) throws(StoreFailure) -> [StoredEntry] {
        do throws(StoreFailure) {
            return try store.entries(from: start, limit: limit)
        } catch {
            guard case .damaged(nil, let reason) = error else { throw error }
            guard limit > 1 else { throw .damaged(position: start, reason: reason) }
            // Half as many, down to one, to name the entry: those before it can be read.
            return try readEntries(from: start, limit: limit / 2)
        }
    }

    private mutating func take(_ entry: StoredEntry) throws(StoreFailure) {
        let position = tree.size
        guard entry.position == position else {
            throw .damaged(position: position, reason: "the entry is missing")
        }
        let leafHash = Merkle.leafHash(entry.bytes)
        guard leafHash == entry.leafHash else {
            throw .damaged(position: position, reason: "the leaf hash is not that of the bytes")
        }
        var completed: [(level: Int, index: UInt64, root: Digest)] = []
        leafHash.append(to: &tiles[0])
        tree.append(leafHash) { node, hash in
            guard node.level.isMultiple(of: Tile.height) else { return }
            completed.append((node.level / Tile.height - 1, node.index, hash))
        }
        for tile in completed { try compareTile(level: tile.level, index: tile.index, root: tile.root) }
        report.entries += 1
        report.bytes += UInt64(entry.bytes.count)
        try compareCheckpoint()
    }

    private mutating func compareTile(level: Int, index: UInt64, root: Digest) throws(StoreFailure) {
        let derived = StoredTile(root: root, hashes: tiles[level])
        let stored = try store.fullTile(level: level, index: index)
        guard stored == derived else {
            let hashes = stored?.hashes ?? []
            let byte = zip(derived.hashes, hashes).enumerated().first { $1.0 != $1.1 }?.offset ?? 0
            let hash = index * UInt64(Tile.fullWidth) + UInt64(byte / Digest.byteCount)
            throw .damaged(
                position: hash << UInt64(Tile.height * level),
                reason: "tile \(index) of level \(level) is not that of the entries"
            )
        }
        tiles[level].removeAll(keepingCapacity: true)
        if level + 1 == tiles.count { tiles.append([]) }
        root.append(to: &tiles[level + 1])
        report.tiles += 1
    }

    private mutating func compareCheckpoint() throws(StoreFailure) {
        if checkpoints.isEmpty {
            checkpoints = try store.checkpoints(fromSize: tree.size, limit: Self.page)[...]
        }
        guard let checkpoint = checkpoints.first, checkpoint.size == tree.size else { return }
        let root = tree.root
        guard checkpoint.root == root, checkpoint.isStatedByNote else {
            throw .damaged(
                position: tree.size - 1,
                reason: "the checkpoint of size \(checkpoint.size) is not that of the entries"
            )
        }
        checkpoints.removeFirst()
        report.checkpoints += 1
    }

    private func compareKeys(
        of entries: [StoredEntry],
        with readKeys: ([UInt8]) -> EntryKeys?
    ) throws(StoreFailure) {
        guard let first = entries.first else { return }
        let stored = try store.keys(from: first.position, limit: entries.count)
        for (place, entry) in entries.enumerated() {
            guard place < stored.count, let keys = readKeys(entry.bytes), keys.isIdentical(to: stored[place])
            else {
                throw .damaged(position: entry.position, reason: "its columns are not those of its bytes")
            }
        }
    }

    private mutating func finish() throws(StoreFailure) {
        // A commit is seen whole, so whoever sees its checkpoint sees its entries.
        let later = try store.checkpoints(fromSize: size + 1, limit: 1)
        if !later.isEmpty {
            let entries = try store.entries(from: size, limit: 1)
            guard !entries.isEmpty else { throw .damaged(position: size, reason: "the entry is missing") }
        }
        if size > 0 {
            guard try store.checkpoint(atSize: size) != nil else {
                throw .damaged(position: size - 1, reason: "no checkpoint covers the entry")
            }
        }
        try store.verifyStructure()
        report.isComplete = true
    }
}

extension StoredCheckpoint {
    /// Whether the second and third line of the note are the size and the root (C2SP tlog-checkpoint).
    fileprivate var isStatedByNote: Bool {
        let lines = note.split(separator: UInt8(ascii: "\n"), maxSplits: 3, omittingEmptySubsequences: false)
        return lines.count == 4 && lines[1].elementsEqual("\(size)".utf8)
            && lines[2].elementsEqual(root.base64.utf8)
    }
}
