// SPDX-License-Identifier: Apache-2.0
import Dispatch
import LedgerService
import LedgerStore
import Systemd

/// Feeds systemd's watchdog from the writer: a beat goes out only after the writer has done what was waiting, so a
/// writer that hangs stops it.
final class Heartbeat {
    private let timer: (any DispatchSourceTimer)?

    init(_ service: LedgerService, _ notifier: Notifier) throws(Failure) {
        let watchdog: Watchdog?
        do { watchdog = try Watchdog.requested() } catch { throw .failed("\(error)") }
        guard let watchdog else {
            timer = nil
            return
        }
        let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "io.jvledger.heartbeat"))
        let seconds =
            Double(watchdog.interval.components.seconds)
            + Double(watchdog.interval.components.attoseconds) / 1e18
        timer.schedule(deadline: .now(), repeating: seconds)
        timer.setEventHandler {
            service.afterWork {
                try? notifier.send(.watchdog, .status("Serving; entries: \(service.published.head.size)"))
            }
        }
        timer.resume()
        self.timer = timer
    }
}
