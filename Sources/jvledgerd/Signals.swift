// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Glibc

/// SIGTERM and SIGINT end the daemon in order; SIGHUP reloads.
///
/// From the moment this exists no such signal is lost: the handler, which the kernel has by then, passes its number
/// through a pipe. (A signal source of Dispatch takes effect some time after it is resumed, and until then a signal
/// that is ignored is gone: one that came right after `READY=1` did not end the daemon.)
final class Signals {
    private let source: any DispatchSourceRead

    init(
        onTerminate: @escaping @Sendable () -> Void,
        onHangUp: @escaping @Sendable () -> Void
    ) throws(Failure) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw .failed("no pipe for signals: errno \(errno)") }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        let reading = ends[0]
        writingEnd = ends[1]
        let queue = DispatchQueue(label: "io.jvledger.signals")
        source = DispatchSource.makeReadSource(fileDescriptor: reading, queue: queue)
        source.setEventHandler {
            var numbers = [UInt8](repeating: 0, count: 64)
            let count = read(reading, &numbers, numbers.count)
            for number in numbers.prefix(max(count, 0)) {
                if Int32(number) == SIGHUP { onHangUp() } else { onTerminate() }
            }
        }
        source.resume()
        signal(SIGPIPE, SIG_IGN)
        for number in [SIGTERM, SIGINT, SIGHUP] { signal(number, passOn) }
    }
}

/// Where the handler writes; set before the handler is installed, and never again.
nonisolated(unsafe) private var writingEnd: Int32 = -1

/// Does what a handler may: one write(2), and `errno` as it was, see signal-safety(7).
private func passOn(_ signal: Int32) {
    let number = errno
    var byte = UInt8(truncatingIfNeeded: signal)
    _ = write(writingEnd, &byte, 1)
    errno = number
}
