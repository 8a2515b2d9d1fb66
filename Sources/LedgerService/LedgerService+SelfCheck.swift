// SPDX-License-Identifier: Apache-2.0
import LedgerStore
import Synchronization

/// Waits for so long, or throws when the task is cancelled: a closure, so that a test need not wait.
public typealias Pause = @Sendable (Duration) async throws -> Void

/// The ledger reads itself again, round and round.
extension LedgerService {
    /// How far that has come since the ledger was taken into service.
    public var selfCheckProgress: SelfCheckProgress { selfCheck.withLock { $0 } }

    /// Reads every byte again, pass after pass, until the task is cancelled or damage is found.
    ///
    /// What is checked is what ``verify(progress:)`` checks. Between pages nothing of the store is held open. A pass
    /// reads what there was when it began; what came since is for the next. Damage stops writing, not reading.
    public func checkItself(
        _ pace: SelfCheckPace,
        pause: Pause = { try await Task.sleep(for: $0) }
    ) async {
        while await checkOnce(pace, pause), await checkSnapshot(pace, pause) {
            do { try await rest(pace.betweenPasses, pause) } catch { return }
        }
    }

    /// How often it is looked whether the witnesses stay away, at least.
    private static let witnessReview = Duration.seconds(3_600)

    /// Pauses, and looks after the witnesses meanwhile.
    func rest(_ duration: Duration, _ pause: Pause) async throws {
        var left = duration
        repeat {
            reviewWitnesses()
            let step = min(left, Self.witnessReview)
            try await pause(step)
            left -= step
        } while left > .zero
    }

    /// Makes one pass, and says whether there is to be another.
    private func checkOnce(_ pace: SelfCheckPace, _ pause: Pause) async -> Bool {
        do {
            var verification = try Verification(of: store, comparing: EntryKeys.init(entryBytes:))
            selfCheck.withLock { $0.begin(size: verification.size) }
            while !verification.report.isComplete {
                try Task.checkCancellation()
                let before = verification.report.bytes
                try verification.advance()
                let report = verification.report
                selfCheck.withLock { $0.checked = report.entries }
                if !report.isComplete {
                    try await rest(pace.pause(after: report.bytes - before), pause)
                }
            }
            try store.demandSignature(on: verification.report, by: publicKey)
            let ended = noteVerified(verification.report)
            let pass = selfCheck.withLock { $0.end(at: ended) }
            onEvent(.selfChecked(pass: pass, size: verification.size))
            return true
        } catch { return goesOn(after: error) }
    }

    /// Whether the self-check goes on after an error: not after damage, nor when it was cancelled, as the service ends.
    func goesOn(after error: any Error) -> Bool {
        guard let failure = error as? StoreFailure else { return false }
        alarm.hear(failure)
        if case .damaged = failure { return false }
        onEvent(.selfCheckFailed(failure))
        return true
    }
}
