// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Ledger
import LedgerStore
import Synchronization
import TransparencyLog

extension LedgerService {
    /// The intervals between snapshots after which the state that is being made again is put out of memory.
    private static let intervalsInMemory: UInt64 = 4

    /// Folds once more the entries that the snapshot covers which the ledger was taken into service from, and compares.
    ///
    /// If the state is another one, memory does not follow from the disk: the snapshots are deleted, and the process
    /// must end; starting again reads all entries. False when the service ends.
    func checkSnapshot(_ pace: SelfCheckPace, _ pause: Pause) async -> Bool {
        guard let snapshots, let header = uncheckedSnapshot.withLock({ $0 }) else { return true }
        do {
            let state = try await foldedAgain(below: header.size, snapshots, pace, pause)
            let digest = try await withCheckedContinuation { done in
                DispatchQueue.global(qos: .background).async {
                    done.resume(
                        returning: Result { () throws(SnapshotFailure) in try SnapshotDigest.of(state) }
                    )
                }
            }.get()
            guard digest == header.digest else {
                snapshots.removeAll()
                let reason =
                    "the snapshot after \(header.size) entries is not the state that follows from them"
                onEvent(.failed(.failed(reason + "; it is deleted, and all entries are read again")))
                return false
            }
            uncheckedSnapshot.withLock { $0 = nil }
            onEvent(.snapshotChecked(size: header.size))
            return true
        } catch let failure as StoreFailure {
            alarm.hear(failure)
            if case .damaged = failure { return false }
            onEvent(.selfCheckFailed(failure))
            return true
        } catch let failure as SnapshotFailure {
            // There is no room for it: another time.
            onEvent(.snapshotNotWritten(failure))
            return true
        } catch {
            // Cancelled: the service ends.
            return false
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
