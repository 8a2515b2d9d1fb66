// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// A gate that is closed until somebody opens it, for ever.
final class Gate: Sendable {
    private struct State {
        var isOpen = false
        var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
        var cancelled: Set<Int> = []
        var last = 0
    }

    private let state = Mutex(State())

    func open() {
        let waiters = state.withLock { state in
            state.isOpen = true
            defer { state.waiters = [:] }
            return state.waiters.values
        }
        for waiter in waiters { waiter.resume() }
    }

    /// Waits until the gate is open or the task is cancelled.
    func wait() async {
        let number = state.withLock { state in
            state.last += 1
            return state.last
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                let mayPass = state.withLock { state in
                    if state.isOpen || state.cancelled.contains(number) { return true }
                    state.waiters[number] = waiter
                    return false
                }
                if mayPass { waiter.resume() }
            }
        } onCancel: {
            let waiter = state.withLock { state in
                state.cancelled.insert(number)
                return state.waiters.removeValue(forKey: number)
            }
            waiter?.resume()
        }
    }
}

/// What happened, in order, for a test to wait for.
actor Journal<Entry: Sendable & Equatable> {
    private(set) var entries: [Entry] = []
    private var waiters: [(condition: @Sendable (Entry) -> Bool, waiter: CheckedContinuation<Void, Never>)] =
        []

    func add(_ entry: Entry) {
        entries.append(entry)
        let ready = waiters.filter { $0.condition(entry) }
        waiters.removeAll { $0.condition(entry) }
        for waiter in ready { waiter.waiter.resume() }
    }

    /// Waits until an entry that meets the condition has been added.
    func wait(for condition: @escaping @Sendable (Entry) -> Bool) async {
        if entries.contains(where: condition) { return }
        await withCheckedContinuation { waiters.append((condition, $0)) }
    }

    func wait(for entry: Entry) async { await wait { $0 == entry } }
}
