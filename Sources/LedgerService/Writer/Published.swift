// SPDX-License-Identifier: Apache-2.0
public import Ledger
public import LedgerStore
import Synchronization

/// Whether the ledger takes entries.
public enum Condition: Hashable, Sendable {
    /// It does.
    case running
    /// Not for now, and why; reading goes on.
    case refusing(String)
    /// It was found damaged, and where; reading goes on.
    case readOnly(String)
}

/// What readers see: the result of the last commit.
public struct Published: Sendable {
    var shared: SharedState
    /// The last commit.
    public var head: StoreHead
    /// Whether entries are taken.
    public var condition: Condition

    /// What follows from all entries.
    public var state: State { _read { yield shared.state } }
}

/// The one place where the writer leaves what readers take.
///
/// The lock is held for a copy of three references; readers then keep what they took while the writer goes on.
final class Publication: Sendable {
    private let value: Mutex<Published>
    private let waiters = Mutex<[UInt64: CheckedContinuation<Void, Never>]>([:])
    private let numbers = Mutex<UInt64>(0)

    init(_ published: Published) { value = Mutex(published) }

    var current: Published { value.withLock { $0 } }

    func publish(_ state: State, _ head: StoreHead) {
        let shared = SharedState(state)
        value.withLock {
            $0.shared = shared
            $0.head = head
        }
        wake()
    }

    /// Puts an equal state in the place of the one that is published, and returns that; only the writer may.
    func replace(_ state: State) -> SharedState {
        let shared = SharedState(state)
        return value.withLock {
            let old = $0.shared
            $0.shared = shared
            return old
        }
    }

    /// Says whether entries are taken, and returns whether that is news.
    ///
    /// What was found damaged stays read-only, whatever a commit that was on its way then says.
    func set(_ condition: Condition) -> Bool {
        value.withLock { published in
            if case .readOnly = published.condition { return false }
            defer { published.condition = condition }
            return published.condition != condition
        }
    }

    /// Suspends until the ledger has more than `size` entries or the task is cancelled.
    func grown(beyond size: UInt64) async {
        let number = numbers.withLock { number in
            number += 1
            return number
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                waiters.withLock { $0[number] = continuation }
                if Task.isCancelled || current.head.size > size { wake(number) }
            }
        } onCancel: {
            wake(number)
        }
    }

    private func wake(_ number: UInt64) {
        waiters.withLock { $0.removeValue(forKey: number) }?.resume()
    }

    private func wake() {
        let all = waiters.withLock { waiters in
            defer { waiters = [:] }
            return waiters
        }
        for waiter in all.values { waiter.resume() }
    }
}
