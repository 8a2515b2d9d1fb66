// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Ledger
import LedgerStore
import Synchronization
import TransparencyLog

extension LedgerService {
    /// The intervals between snapshots after which the state that is being made again is put out of memory.
    private static let intervalsInMemory: UInt64 = 4

    /// Reads once more the snapshot that the state in service is read from; and, if that is another than last time, folds
    /// the entries again that it covers, and compares.
    ///
    /// If either is not as it was, memory does not follow from the disk: the snapshots are deleted, and the process must
    /// end; starting again reads all entries. False when the service ends.
    func checkSnapshot(_ pace: SelfCheckPace, _ pause: Pause) async -> Bool {
        guard let snapshots, let current = snapshotTurns?.current else { return true }
        let size = current.header.size
        guard await Self.inBackground({ current.isWhole }) else {
            return giveUp(snapshots, "the snapshot after \(size) entries is not what was written")
        }
        guard checkedSnapshot.withLock({ $0 }) != current.header.digest else { return true }
        do {
            let state = try await foldedAgain(below: size, snapshots, pace, pause)
            // Its bytes, and what is read from them.
            let isSame = try await Self.inBackground {
                Result { () throws(SnapshotFailure) in
                    try SnapshotDigest.of(state) == current.header.digest && state == current.state
                }
            }.get()
            guard isSame else {
                return giveUp(snapshots, "the snapshot after \(size) entries is not what follows from them")
            }
            checkedSnapshot.withLock { $0 = current.header.digest }
            onEvent(.snapshotChecked(size: size))
            return true
        } catch let failure as SnapshotFailure {
            // There is no room for it: another time.
            onEvent(.snapshotNotChecked(failure))
            return true
        } catch { return goesOn(after: error) }
    }

    private func giveUp(_ snapshots: SnapshotFolder, _ reason: String) -> Bool {
        snapshots.close()
        onEvent(.failed(.failed(reason + "; it is deleted")))
        return false
    }

    /// Runs what takes long on a thread that calls do not need.
    private static func inBackground<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async
        -> Result
    {
        await withCheckedContinuation { done in
            DispatchQueue.global(qos: .background).async { done.resume(returning: body()) }
        }
    }

    private func foldedAgain(
        below size: UInt64,
        _ snapshots: SnapshotFolder,
        _ pace: SelfCheckPace,
        _ pause: Pause
    ) async throws -> State {
        let entriesInMemory = Self.intervalsInMemory * snapshots.interval
        var replay = Replay()
        repeat {
            var position: UInt64 = 0
            while position < size {
                try Task.checkCancellation()
                let page = try store.entries(from: position, limit: Int(min(size - position, 1024)))
                guard !page.isEmpty else {
                    throw StoreFailure.damaged(position: position, reason: "the entry is missing")
                }
                var bytes: UInt64 = 0
                for stored in page {
                    replay.add(try CheckedEntry(stored).typed)
                    bytes += UInt64(stored.bytes.count)
                }
                let before = position / entriesInMemory
                position += UInt64(page.count)
                if position / entriesInMemory > before { replay.state = try snapshots.frozen(replay.state) }
                try await rest(pace.pause(after: bytes), pause)
            }
        } while replay.goesOn()
        return replay.state
    }
}
