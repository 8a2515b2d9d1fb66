// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Ledger
import LedgerStore
import TransparencyLog

/// When a snapshot is written: beside the writer, which never waits for it.
final class SnapshotTurns: Sendable {
    /// Which part of the interval is worth another snapshot when the service ends.
    private static let partAtEnd: UInt64 = 16

    private let folder: SnapshotFolder
    private let queue = DispatchQueue(label: "io.jvledger.snapshots", qos: .utility)
    private let onEvent: @Sendable (LedgerEvent) -> Void

    init(_ folder: SnapshotFolder, _ onEvent: @escaping @Sendable (LedgerEvent) -> Void) {
        self.folder = folder
        self.onEvent = onEvent
    }

    /// Begins to write one if it is time.
    func consider(_ published: Published) {
        guard folder.begins(at: published.head.size, after: folder.interval) else { return }
        queue.async { self.write(published) }
    }

    /// Waits for what is being written, and writes one last snapshot if that is worth it.
    func finish(_ published: Published) {
        queue.sync {
            guard published.condition == .running,
                folder.begins(at: published.head.size, after: max(folder.interval / Self.partAtEnd, 1))
            else { return }
            write(published)
        }
    }

    private func write(_ published: Published) {
        do throws(SnapshotFailure) {
            try folder.write(published.state, root: published.head.tree.root)
            onEvent(.snapshotWritten(size: published.head.size))
        } catch {
            onEvent(.snapshotNotWritten(error))
        }
    }
}
