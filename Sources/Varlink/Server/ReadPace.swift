// SPDX-License-Identifier: Apache-2.0

import NIOCore

/// Reads from a connection, on its event loop, no faster than its user may send.
final class ReadPace {
    private let rates: UserRates
    private let user: UInt32
    private var isDue = false

    init(_ rates: UserRates, user: UInt32) {
        self.rates = rates
        self.user = user
    }

    /// So many bytes have come.
    func note(_ count: Int) { rates.take(count, of: user) }

    /// Asks for more bytes if they may come now; otherwise calls back once they may.
    func read(_ context: ChannelHandlerContext, later: @escaping () -> Void) {
        let delay = rates.delay(of: user)
        guard delay > .zero else { return context.read() }
        guard !isDue else { return }
        isDue = true
        context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(delay)) {
            self.isDue = false
            later()
        }
    }
}
