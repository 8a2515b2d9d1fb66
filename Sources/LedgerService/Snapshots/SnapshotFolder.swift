// SPDX-License-Identifier: Apache-2.0
import Glibc
import Ledger
import LedgerStore
import Synchronization
import TransparencyLog

/// The snapshots of a ledger, a file for each: `SIZE.snapshot` holds the state after so many entries.
///
/// A cache: any of them may be deleted at any time, and one that does not fit what is recorded, or that another version
/// wrote, is deleted when it is met.
public final class SnapshotFolder: Sendable {
    /// The entries from one snapshot to the next.
    ///
    /// So many are replayed in about a second.
    public static let interval: UInt64 = 65_536
    /// The entries from one snapshot to the next; a smaller ledger has none, and all of it is read at every start.
    let interval: UInt64
    private let path: String
    private let writer: String
    private let progress = Mutex(Progress())

    private struct Progress {
        /// How many entries the newest snapshot covers that the next start can begin with.
        var newest: UInt64 = 0
        /// How many entries there were with the last correction: what covers fewer is of no use to the next start.
        var corrected: UInt64 = 0
        /// How many entries there were when one could not be written.
        var failed: UInt64 = 0
        var isWriting = false
        /// Nothing is to be written any more.
        var isClosed = false
    }

    /// The snapshots in a directory, which is made when the first is written.
    ///
    /// `version` is that of the program: only snapshots that it wrote itself are taken.
    public init(path: String, version: String, interval: UInt64 = SnapshotFolder.interval) {
        self.path = path
        self.interval = interval
        writer = "jvledgerd \(version), catalogue \(Catalogue.version), state \(State.snapshotVersion)"
    }

    /// How many entries the newest snapshot covers that the next start can begin with; 0 without one.
    public var newest: UInt64 { progress.withLock { $0.newest } }

    /// A state that is in a file.
    struct Resumed: Sendable {
        let file: SnapshotFile
        let header: SnapshotHeader
        let state: State

        /// Whether the file is still as it was: what is mapped is read again from a disk that may have gone bad, or been
        /// written to.
        var isWhole: Bool { (try? file.has(header.digest)) ?? false }
    }

    /// What a file turned out to be.
    private enum Finding {
        case fits(Resumed)
        /// It is of other entries, another version, or damaged.
        case unfit
        /// It cannot be read now.
        case unreadable
    }

    /// Deletes what cannot be of this ledger: snapshots of more entries than it has, and what a crash left unfinished.
    func clean(upTo size: UInt64) {
        for stale in sizes where stale > size { remove(stale) }
        unlink(unfinished)
        unlink(unnamed)
    }

    /// The state of the newest snapshot of at most so many entries that fits the tree of a store.
    func resumed(upTo size: UInt64, in store: any EventStore) throws(StoreFailure) -> Resumed? {
        for candidate in sizes.reversed() where candidate <= size {
            switch try finding(candidate, in: store) {
            case .fits(let resumed):
                progress.withLock { progress in
                    // A question about the past may be asked with one that is of no use to a start any more.
                    if candidate >= progress.corrected { progress.newest = max(progress.newest, candidate) }
                }
                return resumed
            case .unfit: remove(candidate)
            case .unreadable: continue
            }
        }
        return nil
    }

    private func finding(_ size: UInt64, in store: any EventStore) throws(StoreFailure) -> Finding {
        let root = try store.readingTree { tree throws(StoreFailure) in
            try CompactRange(size: size, reading: tree).root
        }
        do throws(SnapshotFailure) {
            let file = try SnapshotFile(reading: name(size))
            guard let header = try file.header(), header.writer == writer, header.size == size,
                header.root == root, try file.has(header.digest)
            else { return .unfit }
            let state = try file.state()
            return state.size == size ? .fits(Resumed(file: file, header: header, state: state)) : .unfit
        } catch {
            switch error {
            case .cutShort, .malformed: return .unfit
            case .inaccessible: return .unreadable
            }
        }
    }

    /// Says that history was corrected, so that the next start needs a snapshot of at least so many entries.
    func noteCorrection(size: UInt64) {
        progress.withLock { progress in
            progress.corrected = size
            progress.newest = 0
        }
    }

    /// Takes a turn at writing if one is due after `size` entries, `least` of them since the last; false if not.
    func begins(at size: UInt64, after least: UInt64) -> Bool {
        progress.withLock { progress in
            let last = max(progress.newest, progress.failed)
            guard !progress.isWriting, !progress.isClosed, size >= interval, size >= last + least else {
                return false
            }
            progress.isWriting = true
            return true
        }
    }

    /// Writes a snapshot, for which ``begins(at:after:)`` gave the turn, deletes those that are not needed any more, and
    /// returns the state as it is in the file.
    @discardableResult
    func write(_ state: State, root: Digest) throws(SnapshotFailure) -> Resumed {
        defer { progress.withLock { $0.isWriting = false } }
        let written: Resumed
        do throws(SnapshotFailure) {
            try makeFolder()
            let file = try SnapshotFile(writing: unfinished)
            try state.writeSnapshot(to: file)
            let header = SnapshotHeader(writer: writer, size: state.size, root: root, digest: file.digest)
            try file.finish(header)
            written = Resumed(file: file, header: header, state: try file.state())
            try progress.withLock { progress throws(SnapshotFailure) in
                guard !progress.isClosed, rename(unfinished, name(state.size)) == 0 else {
                    throw .inaccessible("cannot rename \(unfinished): \(String(cString: strerror(errno)))")
                }
                progress.newest = state.size >= progress.corrected ? state.size : 0
            }
        } catch {
            unlink(unfinished)
            progress.withLock { $0.failed = state.size }
            throw error
        }
        for size in Self.dispensable(sizes) { remove(size) }
        return written
    }

    /// The same state, of which nothing is in memory: it is in a file that has no name and ends with it.
    func frozen(_ state: State) throws(SnapshotFailure) -> State {
        try makeFolder()
        let file = try SnapshotFile(writing: unnamed)
        unlink(unnamed)
        try state.writeSnapshot(to: file)
        return try file.state()
    }

    /// Deletes all snapshots, and writes no more.
    func close() {
        progress.withLock { progress in
            progress = Progress()
            progress.isClosed = true
            for size in sizes { remove(size) }
        }
    }

    /// Of ascending sizes those that need not be kept.
    ///
    /// Each holds all of its state, so all of them would take the square of what history takes. The two newest stay, and
    /// the first of every doubling.
    static func dispensable(_ sizes: [UInt64]) -> [UInt64] {
        var doublings: Set<Int> = []
        return sizes.dropLast(2).filter { !doublings.insert($0.leadingZeroBitCount).inserted }
    }

    /// The sizes of which there are snapshots, ascending.
    private var sizes: [UInt64] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var sizes: [UInt64] = []
        while let found = readdir(folder) {
            let name = withUnsafeBytes(of: found.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard name.hasSuffix(".snapshot"), let size = UInt64(name.dropLast(".snapshot".count)) else {
                continue
            }
            sizes.append(size)
        }
        return sizes.sorted()
    }

    private var unfinished: String { path + "/unfinished" }
    private var unnamed: String { path + "/unnamed" }

    private func makeFolder() throws(SnapshotFailure) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw .inaccessible("cannot make \(path): \(String(cString: strerror(errno)))")
        }
    }

    private func name(_ size: UInt64) -> String { "\(path)/\(size).snapshot" }

    private func remove(_ size: UInt64) { unlink(name(size)) }
}
