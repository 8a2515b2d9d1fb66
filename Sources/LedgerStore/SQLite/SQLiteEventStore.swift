// SPDX-License-Identifier: Apache-2.0
internal import GRDB
internal import Synchronization
internal import TransparencyLog

/// A ledger in one SQLite file.
///
///     DIRECTORY/ledger.sqlite   the database, with -wal and -shm beside it while it is open; see Schema
///     DIRECTORY/lock            locked as long as the store is open
///     DIRECTORY/damaged         the ``DamageMark``, if damage was found
///
/// Commits survive loss of power (`journal_mode=WAL`, `synchronous=FULL`), which opening checks. Rows are
/// append-only by triggers. One store at a time writes; its readers have connections of their own.
public final class SQLiteEventStore: EventStore {
    /// The directory that was opened.
    public let directory: String
    /// The settings of the writing connection, read back after opening.
    public let durability: Durability
    public let damageMark: DamageMark?

    let pool: DatabasePool
    /// What the next batch follows, or why there can be none; locked for as long as one is written.
    private let writing: Mutex<Result<StoreHead, StoreFailure>>
    /// What readers see, apart from the above so that they do not wait.
    private let published: Mutex<Result<StoreHead, StoreFailure>>
    private let lock: DirectoryLock

    /// Opens a ledger for reading and writing, or creates one in a directory that exists.
    ///
    /// A damage mark does not keep it from opening: see ``damageMark``.
    ///
    /// - Throws: ``OpeningFailure``; among others if the last checkpoint is not that of the stored tree.
    public convenience init(directory: String, create: Bool = false) throws(OpeningFailure) {
        try self.init(directory: directory, create ? .create : .use)
    }

    /// Opens a ledger in spite of damage, in order to verify it and to save what can be read.
    ///
    /// If its tree is damaged, ``head`` and ``append(_:)`` throw what was found.
    public convenience init(inspecting directory: String) throws(OpeningFailure) {
        try self.init(directory: directory, .inspect)
    }

    private init(directory: String, _ opening: Opening) throws(OpeningFailure) {
        self.directory = directory
        let path = Self.path(in: directory)
        let isThere: Bool
        do throws(StoreFailure) { isThere = try File.length(of: path) != nil } catch { throw .store(error) }
        guard isThere || opening == .create else { throw .missing(path: path) }
        lock = try DirectoryLock(directory: directory)
        do throws(StoreFailure) { try WriteAheadLog.check("\(path)-wal") } catch { throw .store(error) }
        pool = try LedgerFile.open(path, opening)
        do {
            if opening == .create { try File.synchronize(directory: directory) }
            damageMark = try DamageMark(directory: directory)
            let (durability, head) = try pool.writeWithoutTransaction { database in
                (
                    try Durability(database),
                    Result { try StoreHead(reading: database) }.mapError(StoreFailure.init)
                )
            }
            if opening != .inspect { _ = try head.get() }
            self.durability = durability
            writing = Mutex(head)
            published = Mutex(head)
        } catch {
            throw .store(StoreFailure(error))
        }
    }

    deinit { try? pool.close() }

    private static func path(in directory: String) -> String { "\(directory)/ledger.sqlite" }

    public var head: StoreHead {
        get throws(StoreFailure) { try published.withLock { $0 }.get() }
    }

    public func append(_ batch: StoreBatch) throws(StoreFailure) {
        try writing.withLock { (state) throws(StoreFailure) in
            let head = try state.get()
            let next: StoreHead
            do {
                next = try commit(batch, after: head)
            } catch {
                let failure = failure(of: error, after: head)
                // For good: what memory holds may not be what the disk holds.
                if case .failed = failure { state = .failure(failure) }
                throw failure
            }
            state = .success(next)
            published.withLock { $0 = .success(next) }
        }
    }

    private func commit(_ batch: StoreBatch, after head: StoreHead) throws -> StoreHead {
        var next = head
        try pool.writeWithoutTransaction { database in
            // Not GRDB's own transaction, which compiles its statements anew each time.
            try Query(database, "BEGIN IMMEDIATE").run()
            do {
                var commit = Commit(database, after: head)
                next = try commit.write(batch)
                try Query(database, "COMMIT").run()
            } catch {
                // SQLite may have rolled back by itself, as on a full disk; the caller verifies that it is done.
                if database.isInsideTransaction { try? Query(database, "ROLLBACK").run() }
                throw error
            }
        }
        return next
    }

    /// What a failed commit means: the head is read again, and only if the file is as before is there another try.
    private func failure(of error: any Error, after head: StoreHead) -> StoreFailure {
        let failure = StoreFailure(error)
        do {
            let isAsBefore = try pool.writeWithoutTransaction { database in
                try !database.isInsideTransaction && StoreHead(reading: database) == head
            }
            return isAsBefore ? failure : .failed("\(failure); the file is not as before")
        } catch let reading {
            return .failed("\(failure); and then: \(StoreFailure(reading))")
        }
    }

    public func erase(_ keys: [DisclosureKey]) throws(StoreFailure) -> Int {
        var count = 0
        try reporting {
            try pool.writeWithoutTransaction { database in
                try database.inTransaction(.immediate) {
                    count = try DisclosureTable.erase(keys, in: database)
                    return .commit
                }
            }
        }
        return count
    }

    public func scrub() throws(StoreFailure) {
        try reporting {
            try pool.writeWithoutTransaction { database in
                // A reader that is in the way may stay for long, and whoever records would wait for it too.
                try Query(database, "PRAGMA busy_timeout = 0").run()
                defer { try? Query(database, "PRAGMA busy_timeout = \(LedgerFile.busyMilliseconds)").run() }
                let query = try Query(database, "PRAGMA wal_checkpoint(TRUNCATE)")
                guard try query.next(), query.integer(0) == 0 else { throw StoreFailure.busy }
            }
        }
    }

    public func forgetPages() { pool.invalidateReadOnlyConnections() }

    public func markDamaged(_ mark: DamageMark) throws(StoreFailure) { try mark.write(in: directory) }

    public var sizeInBytes: UInt64 {
        get throws(StoreFailure) {
            let path = Self.path(in: directory)
            var size: UInt64 = 0
            for suffix in ["", "-wal", "-shm"] { size += try File.length(of: path + suffix) ?? 0 }
            return size
        }
    }

    public var logSizeInBytes: UInt64 {
        get throws(StoreFailure) { try File.length(of: Self.path(in: directory) + "-wal") ?? 0 }
    }

    /// Runs a read of one statement, which needs no transaction to be of one state.
    func readingOnce<Result>(_ body: (Database) throws -> Result) throws(StoreFailure) -> Result {
        try reporting { try pool.unsafeRead(body) }
    }

    /// Runs a read in a transaction of its own.
    func reading<Result>(_ body: (Database) throws -> Result) throws(StoreFailure) -> Result {
        try reporting { try pool.read(body) }
    }

    /// Turns what SQLite throws into what we promise.
    func reporting<Result>(_ body: () throws -> Result) throws(StoreFailure) -> Result {
        do { return try body() } catch { throw StoreFailure(error) }
    }
}

extension StoreHead {
    /// Reads how far a file has come, and that its last checkpoint is that of its tree.
    fileprivate init(reading database: Database) throws {
        let last = try Query(database, "SELECT size, root, note FROM checkpoints ORDER BY size DESC LIMIT 1")
        checkpoint = try last.next() ? try last.checkpoint() : nil
        let size = try LedgerFile.integer(database, "SELECT coalesce(max(position), -1) + 1 FROM entries")
        guard let size = UInt64(exactly: size), size == checkpoint?.size ?? 0 else {
            throw StoreFailure.damaged(
                position: checkpoint?.size ?? 0,
                reason: "the last checkpoint is not of the last entry"
            )
        }
        tree = try CompactRange(size: size, reading: TreeRows(database: database, size: size))
        guard tree.root == checkpoint?.root ?? Merkle.emptyRoot else {
            throw StoreFailure.damaged(
                position: nil,
                reason: "the last checkpoint has another root than the tree"
            )
        }
    }
}
