// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Ledger
import LedgerStore
import TransparencyLog

extension Writer {
    /// Has a snapshot written if it is time, and goes on from it: what it holds need not be in memory any more.
    func considerSnapshot() {
        snapshots?.consider(publication.current) { [self] snapshot in
            // Near enough beside the writer, and the rest before its next commit.
            guard let near = resumed(snapshot.state) else { return }
            queue.async {
                guard let state = self.resumed(near) else { return }
                self.snapshots?.use(snapshot, insteadOf: self.publication.replace(state))
            }
        }
    }

    /// The published state, made from an earlier one; nil when an entry since then corrects one before it.
    private func resumed(_ earlier: State) -> State? {
        let head = publication.current.head
        do throws(StoreFailure) {
            guard let resumed = try ResumedState(from: earlier, upTo: head.size, in: store) else {
                return nil
            }
            guard resumed.tree.root == head.tree.root else {
                throw .damaged(position: nil, reason: "the entries are not those of the last checkpoint")
            }
            return resumed.state
        } catch {
            alarm.hear(error)
            return nil
        }
    }
}
