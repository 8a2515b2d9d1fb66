// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Ledger
import LedgerStore
import Synchronization
import TransparencyLog

/// When a snapshot is written: beside the writer, which never waits for it.
final class SnapshotTurns: Sendable {
    /// Which part of the interval is worth another snapshot when the service ends.
    private static let partAtEnd: UInt64 = 16

    private let folder: SnapshotFolder
    private let queue = DispatchQueue(label: "io.jvledger.snapshots", qos: .utility)
    private let inUse = Mutex<SnapshotFolder.Resumed?>(nil)
    private let onEvent: @Sendable (LedgerEvent) -> Void

    init(_ folder: SnapshotFolder, _ onEvent: @escaping @Sendable (LedgerEvent) -> Void) {
        self.folder = folder
        self.onEvent = onEvent
    }

    /// Begins to write one if it is time; `then` gets the same state, of which nothing is in memory.
    func consider(_ published: Published, then: @escaping @Sendable (SnapshotFolder.Resumed) -> Void) {
        guard folder.begins(at: published.head.size, after: folder.interval) else { return }
        queue.async { if let snapshot = self.written(published) { then(snapshot) } }
    }

    /// Says that history was corrected by the last of so many entries.
    func noteCorrection(size: UInt64) { folder.noteCorrection(size: size) }

    /// Remembers which snapshot the state in service is read from, and lets go of the state before, which may take long:
    /// beside the writer too.
    func use(_ snapshot: SnapshotFolder.Resumed, insteadOf state: SharedState? = nil) {
        inUse.withLock { $0 = snapshot }
        if let state { queue.async { withExtendedLifetime(state) {} } }
    }

    /// The snapshot that the state in service is read from; nil when it is all in memory.
    var current: SnapshotFolder.Resumed? { inUse.withLock { $0 } }

    /// Waits for what is being written, and writes one last snapshot if that is worth it.
    func finish(_ published: Published) {
        queue.sync {
            guard published.condition == .running,
                folder.begins(at: published.head.size, after: max(folder.interval / Self.partAtEnd, 1))
            else { return }
            _ = written(published)
        }
    }

    private func written(_ published: Published) -> SnapshotFolder.Resumed? {
        do throws(SnapshotFailure) {
            let snapshot = try folder.write(published.state, root: published.head.tree.root)
            onEvent(.snapshotWritten(size: published.head.size))
            return snapshot
        } catch {
            onEvent(.snapshotNotWritten(error))
            return nil
        }
    }
}
