// SPDX-License-Identifier: Apache-2.0

import NIOCore

/// Watches, on a connection's event loop, that a peer reads at least something of what waits for it.
final class StallWatch {
    private let time: TimeAmount
    private var check: Scheduled<Void>?

    /// The time in which one byte has to leave.
    init(time: Duration) { self.time = TimeAmount(time) }

    /// Starts to watch, unless it does already, and calls back once the peer has not read for the time.
    func start(_ channel: any Channel, onStall: @escaping () -> Void) {
        guard check == nil else { return }
        let before = waitingBytes(channel)
        check = channel.eventLoop.assumeIsolated().scheduleTask(in: time) {
            self.check = nil
            guard self.waitingBytes(channel) < before else { return onStall() }
            self.start(channel, onStall: onStall)
        }
    }

    /// Ends the watch.
    func stop() {
        check?.cancel()
        check = nil
    }

    private func waitingBytes(_ channel: any Channel) -> Int {
        (try? channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
    }
}
