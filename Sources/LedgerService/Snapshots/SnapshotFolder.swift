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
    /// The entries from one snapshot to the next. So many are replayed in about a second.
    public static let interval: UInt64 = 65_536
    /// The entries from one snapshot to the next; a smaller ledger has none, and all of it is read at every start.
    let interval: UInt64
    private let path: String
    private let writer: String
    /// The size of the newest snapshot that fits, and whether one is being written.
    private let progress = Mutex<(newest: UInt64, isWriting: Bool)>((0, false))

    /// The snapshots in a directory, which is made when the first is written.
    ///
    /// `version` is that of the program: only snapshots that it wrote itself are taken.
    public init(path: String, version: String, interval: UInt64 = SnapshotFolder.interval) {
        self.path = path
        self.interval = interval
        writer = "jvledgerd \(version), catalogue \(Catalogue.version), state \(State.snapshotVersion)"
    }

    /// How many entries the newest snapshot covers; 0 without one.
    public var newest: UInt64 { progress.withLock { $0.newest } }

    /// A state that is in a file.
    struct Resumed: Sendable {
        let file: SnapshotFile
        let header: SnapshotHeader
        let state: State

        /// Whether the file is still as it was: what is mapped is read again from a disk that may have gone bad, or been
        /// written to.
        var isWhole: Bool { file.has(header.digest) }
    }

    /// The state of the newest snapshot of at most so many entries that fits the tree of a store.
    func resumed(upTo size: UInt64, in store: any EventStore) throws(StoreFailure) -> Resumed? {
        for candidate in sizes.reversed() where candidate <= size {
            if let resumed = try resumed(candidate, in: store) {
                progress.withLock { $0.newest = max($0.newest, candidate) }
                return resumed
            }
            remove(candidate)
        }
        return nil
    }

    private func resumed(_ size: UInt64, in store: any EventStore) throws(StoreFailure) -> Resumed? {
        guard let file = SnapshotFile(reading: name(size)), let header = file.header(),
            header.writer == writer,
            header.size == size,
            try store.readingTree({ tree throws(StoreFailure) in try CompactRange(size: size, reading: tree) }
            ).root
                == header.root,
            file.has(header.digest), let state = try? file.state(), state.size == size
        else { return nil }
        return Resumed(file: file, header: header, state: state)
    }

    /// Takes a turn at writing if one is due after `size` entries, `least` of them since the last; false if not.
    func begins(at size: UInt64, after least: UInt64) -> Bool {
        progress.withLock { progress in
            guard !progress.isWriting, size >= interval, size >= progress.newest + least else { return false }
            progress.isWriting = true
            return true
        }
    }

    /// Writes a snapshot, for which ``begins(at:after:)`` gave the turn, deletes those that are not needed any more, and
    /// returns the state as it is in the file.
    @discardableResult
    func write(_ state: State, root: Digest) throws(SnapshotFailure) -> Resumed {
        defer { progress.withLock { $0.isWriting = false } }
        try makeFolder()
        let unfinished = path + "/unfinished"
        let written: Resumed
        do throws(SnapshotFailure) {
            let file = try SnapshotFile(writing: unfinished)
            try state.writeSnapshot(to: file)
            let header = SnapshotHeader(writer: writer, size: state.size, root: root, digest: file.digest)
            try file.finish(header)
            written = Resumed(file: file, header: header, state: try file.state())
            guard rename(unfinished, name(state.size)) == 0 else {
                throw .unwritable("cannot rename \(unfinished): \(String(cString: strerror(errno)))")
            }
        } catch {
            unlink(unfinished)
            throw error
        }
        progress.withLock { $0.newest = state.size }
        for size in Self.dispensable(sizes) { remove(size) }
        return written
    }

    /// The same state, of which nothing is in memory: it is in a file that has no name and ends with it.
    func frozen(_ state: State) throws(SnapshotFailure) -> State {
        try makeFolder()
        let unnamed = path + "/unnamed"
        let file = try SnapshotFile(writing: unnamed)
        unlink(unnamed)
        try state.writeSnapshot(to: file)
        return try file.state()
    }

    /// Deletes all snapshots.
    func removeAll() {
        for size in sizes { remove(size) }
        progress.withLock { $0.newest = 0 }
    }

    /// Of ascending sizes those that need not be kept: each holds all of its state, so all of them would take the square
    /// of what history takes. The two newest stay, and the first of every doubling.
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

    private func makeFolder() throws(SnapshotFailure) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw .unwritable("cannot make \(path): \(String(cString: strerror(errno)))")
        }
    }

    private func name(_ size: UInt64) -> String { "\(path)/\(size).snapshot" }

    private func remove(_ size: UInt64) { unlink(name(size)) }
}
