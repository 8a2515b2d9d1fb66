// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Glibc

/// SIGTERM and SIGINT end the daemon in order; SIGHUP reloads.
final class Signals {
    private let sources: [any DispatchSourceSignal]

    init(onTerminate: @escaping @Sendable () -> Void, onHangUp: @escaping @Sendable () -> Void) {
        let queue = DispatchQueue(label: "io.jvledger.signals")
        let handlers: [(Int32, @Sendable () -> Void)] = [
            (SIGTERM, onTerminate), (SIGINT, onTerminate), (SIGHUP, onHangUp),
        ]
        signal(SIGPIPE, SIG_IGN)
        sources = handlers.map { number, handler in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler(handler: handler)
            source.resume()
            return source
        }
    }
}
