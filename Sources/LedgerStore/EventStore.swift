// SPDX-License-Identifier: Apache-2.0
public import TransparencyLog

/// The limits of what a store reads at once.
public enum StoreLimits {
    /// The most rows in one page, whatever limit is asked for.
    public static let pageRows = 4_096
    /// The bytes of entries after which a page ends; the entry that passes it is the last.
    public static let pageBytes = 4 * 1024 * 1024
}

/// Where a ledger's entries, checkpoints, tiles and disclosures are kept.
///
/// Synchronous on purpose: between checking a batch against the state and appending it there is nothing to wait
/// for. A store deals in bytes and knows no event. Positions, sizes and indexes are below 2^63.
///
/// Reading may be done from any thread, sees whole commits only, and never waits for the writer. Perfect nodes of
/// the tree (``TransparencyLog/HashReader``) are read as of the head.
public protocol EventStore: AnyObject, Sendable, HashReader where Failure == StoreFailure {
    /// The last commit.
    ///
    /// - Throws: ``StoreFailure/damaged(position:reason:)`` if the store was opened in spite of damage to it.
    var head: StoreHead { get throws(StoreFailure) }

    /// The number of entries, damaged or not: one more than the last position.
    var count: UInt64 { get throws(StoreFailure) }

    /// Writes a batch in one durable commit: when this returns, power may fail.
    ///
    /// - Throws: any ``StoreFailure``; nothing of the batch is stored then.
    func append(_ batch: StoreBatch) throws(StoreFailure)

    /// Deletes disclosures that came back after they were erased, as from a copy that was put back, and returns how many
    /// there were.
    func erase(_ keys: [DisclosureKey]) throws(StoreFailure) -> Int

    /// Leaves no copy of erased disclosures behind in the store's own files; to be called after erasing.
    ///
    /// - Throws: ``StoreFailure/busy`` while a reader needs the old copy.
    func scrub() throws(StoreFailure)

    /// The entry at a position; nil from the size on.
    func entry(at position: UInt64) throws(StoreFailure) -> StoredEntry?

    /// The entries from a position on: at most `limit`, and fewer if ``StoreLimits`` is reached; none at the end.
    func entries(from position: UInt64, limit: Int) throws(StoreFailure) -> [StoredEntry]

    /// The keys of the entries from a position on, limited like ``entries(from:limit:)``.
    func keys(from position: UInt64, limit: Int) throws(StoreFailure) -> [EntryKeys]

    /// The positions of the entries that have these ids; those that none has are not in it.
    ///
    /// Whoever writes asks it before a commit: ids are compared as bytes, and so are the keys of the answer.
    func positions(ofIDs ids: [String]) throws(StoreFailure) -> [String: UInt64]

    /// The positions of a stream's entries, in their order; empty for an unknown stream.
    func positions(ofSubject subject: String) throws(StoreFailure) -> [UInt64]

    /// The leaf hashes from a position on, limited like ``entries(from:limit:)``.
    func leafHashes(from position: UInt64, count: Int) throws(StoreFailure) -> [Digest]

    /// Gives the tree as of the head to `body`, which reads it within one transaction and so makes a proof in less
    /// time than through ``TransparencyLog/HashReader`` of the store itself.
    func readingTree<Result>(
        _ body: (any HashReader<StoreFailure>) throws(StoreFailure) -> Result
    ) throws(StoreFailure) -> Result

    /// A full tile of a tile level; nil if it is not full yet.
    func fullTile(level: Int, index: UInt64) throws(StoreFailure) -> StoredTile?

    /// The disclosures of an entry's sealed fields that are not erased: field to base64url text.
    func disclosures(at position: UInt64) throws(StoreFailure) -> [String: String]

    /// The disclosures of some entries that are not erased, by position, each with the person whom it concerns.
    func keptDisclosures(in range: Range<UInt64>) throws(StoreFailure) -> [UInt64: [NewDisclosure]]

    /// One disclosure; nil if it is erased or there never was one.
    func disclosure(at position: UInt64, field: String) throws(StoreFailure) -> String?

    /// The disclosures that concern a person and are not erased, by position and field.
    func disclosures(ofPerson person: String) throws(StoreFailure) -> [DisclosureKey]

    /// The checkpoint of a commit that led to exactly this size.
    func checkpoint(atSize size: UInt64) throws(StoreFailure) -> StoredCheckpoint?

    /// The checkpoint of the commit that appended the entry at a position: the first that covers it.
    func firstCheckpoint(covering position: UInt64) throws(StoreFailure) -> StoredCheckpoint?

    /// The checkpoints of at least this size, ascending, at most `limit`.
    func checkpoints(fromSize size: UInt64, limit: Int) throws(StoreFailure) -> [StoredCheckpoint]

    /// Keeps signature lines of witnesses on the checkpoint of a size, durably; those that are kept already are passed
    /// over.
    ///
    /// They are no part of the tree: nothing that proves an entry changes.
    func addCosignatures(_ lines: [[UInt8]], size: UInt64) throws(StoreFailure)

    /// The signature lines of witnesses on the checkpoint of exactly this size, the newest first, at most `limit`.
    func cosignatures(atSize size: UInt64, limit: Int) throws(StoreFailure) -> [[UInt8]]

    /// The newest of the lines that begin so, and the size of its checkpoint; nil if there is none.
    func newestCosignature(beginning start: [UInt8]) throws(StoreFailure) -> (size: UInt64, line: [UInt8])?

    /// The sizes above another of which the checkpoint has a cosignature, the largest first, at most `limit`.
    func cosignedSizes(above size: UInt64, limit: Int) throws(StoreFailure) -> [UInt64]

    /// On which checkpoints the cosignatures were that came after the `number`th, in the order of their coming, at
    /// most `limit`.
    func cosignings(after number: UInt64, limit: Int) throws(StoreFailure) -> [(number: UInt64, size: UInt64)]

    /// Makes the reads that follow come from what is stored, and not from pages that were read before.
    func forgetPages()

    /// Checks what is peculiar to the store: its own structure, and that references lead somewhere.
    ///
    /// - Throws: ``StoreFailure/damaged(position:reason:)``.
    func verifyStructure() throws(StoreFailure)

    /// The bytes that the store takes up.
    var sizeInBytes: UInt64 { get throws(StoreFailure) }

    /// Those of them that are not in the store's own files yet, but in a log beside it.
    var logSizeInBytes: UInt64 { get throws(StoreFailure) }

    /// The mark of damage found earlier, as it was when the store was opened.
    var damageMark: DamageMark? { get }

    /// Leaves a durable mark outside the database; an earlier mark stays as it is.
    func markDamaged(_ mark: DamageMark) throws(StoreFailure)
}

extension EventStore {
    /// The position of the entry that has an id; nil if none has.
    public func position(ofID id: String) throws(StoreFailure) -> UInt64? {
        try positions(ofIDs: [id]).values.first
    }

    /// The checkpoint of the last commit.
    public var latestCheckpoint: StoredCheckpoint? {
        get throws(StoreFailure) { try head.checkpoint }
    }

    /// Gives every entry from a position up to but without another to `body`, reading a page at a time.
    ///
    /// - Throws: what `body` throws, or a ``StoreFailure/damaged(position:reason:)`` for a missing entry.
    public func forEachEntry(
        from start: UInt64,
        below end: UInt64,
        page: Int = StoreLimits.pageRows,
        _ body: (StoredEntry) throws(StoreFailure) -> Void
    ) throws(StoreFailure) {
        var position = start
        while position < end {
            let limit = Int(min(UInt64(max(page, 1)), end - position))
            let entries = try entries(from: position, limit: limit)
            guard !entries.isEmpty else { throw .damaged(position: position, reason: "the entry is missing") }
            for entry in entries {
                guard entry.position == position else {
                    throw .damaged(position: position, reason: "the entry is missing")
                }
                try body(entry)
                position += 1
            }
        }
    }
}
