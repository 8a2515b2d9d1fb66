// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// How much a series may send without waiting for the event loop to have taken it.
///
/// Going to the event loop and back for every reply would cost far more than the reply. So bytes are handed
/// over without an answer up to a limit, unless the peer is known to be behind or gone.
final class SendWindow: Sendable {
    private struct State {
        var bytesOnTheWay = 0
        var isHeldBack = false
        var isClosed = false
    }

    /// What a sender has to do.
    enum Permission {
        /// Hand the bytes over and go on.
        case goOn
        /// Hand the bytes over and wait until the peer has read enough.
        case wait
        /// Give up: nobody will read them.
        case giveUp
    }

    private let limit: Int
    private let state = Mutex(State())

    init(limit: Int) { self.limit = limit }

    /// Asks to hand over this many bytes; if they are, `arrived` must follow.
    func permission(for count: Int) -> Permission {
        state.withLock { state in
            guard !state.isClosed else { return .giveUp }
            state.bytesOnTheWay += count
            return state.isHeldBack || state.bytesOnTheWay > limit ? .wait : .goOn
        }
    }

    /// The event loop has taken this many bytes.
    func arrived(_ count: Int) { state.withLock { $0.bytesOnTheWay -= count } }

    /// The peer is behind with reading, or has caught up.
    func holdBack(_ isHeldBack: Bool) { state.withLock { $0.isHeldBack = isHeldBack } }

    /// Nobody will read anything any more.
    func close() { state.withLock { $0.isClosed = true } }
}
