// SPDX-License-Identifier: Apache-2.0
import Ledger
import LedgerStore

/// What follows from damage, wherever it is met: the ledger is read-only from then on, a mark stays beside it, and
/// whoever runs the service is told.
struct DamageAlarm: Sendable {
    let store: any EventStore
    let publication: Publication
    let onEvent: @Sendable (LedgerEvent) -> Void

    /// Raises the alarm if a failure is damage; others pass.
    ///
    /// Of another history that the ledger's key signed nothing on the disk tells, so its mark says what it is.
    func hear(_ failure: StoreFailure, isOtherHistory: Bool = false) {
        guard case .damaged(let position, let reason) = failure, publication.set(.readOnly("\(failure)"))
        else {
            return
        }
        let mark = DamageMark(position: position, isOtherHistory: isOtherHistory, reason: reason)
        try? store.markDamaged(mark)
        onEvent(.damaged(mark))
    }
}
