// SPDX-License-Identifier: Apache-2.0

import NIOCore
import Synchronization

/// How many calls of each user are answered at a time; the others wait for their turn, in the order of their coming.
///
/// A user who asks for much at once so keeps only themselves waiting. What waits is bounded by the user's connections:
/// each has one call at a time.
final class CallTurns: Sendable {
    private struct Line {
        var underWay = 0
        var waiting = CircularBuffer<CheckedContinuation<Void, Never>>()
    }

    private let limit: Int
    private let lines = Mutex<[UInt32: Line]>([:])

    init(perUser limit: Int) { self.limit = max(limit, 1) }

    /// Waits for a turn, which ``end(_:)`` must follow.
    func begin(_ user: UInt32) async {
        guard !lines.withLock({ takeTurn(&$0, user) }) else { return }
        await withCheckedContinuation { continuation in
            let isTurn = lines.withLock { lines in
                guard !takeTurn(&lines, user) else { return true }
                lines[user, default: Line()].waiting.append(continuation)
                return false
            }
            if isTurn { continuation.resume() }
        }
    }

    /// Ends a turn, and lets the next call of the user have it.
    func end(_ user: UInt32) {
        let next: CheckedContinuation<Void, Never>? = lines.withLock { lines in
            if let next = lines[user]?.waiting.popFirst() { return next }
            lines[user]?.underWay -= 1
            if lines[user]?.underWay == 0 { lines[user] = nil }
            return nil
        }
        next?.resume()
    }

    private func takeTurn(_ lines: inout [UInt32: Line], _ user: UInt32) -> Bool {
        guard lines[user, default: Line()].underWay < limit else { return false }
        lines[user, default: Line()].underWay += 1
        return true
    }
}
