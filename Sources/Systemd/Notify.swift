// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Tells the service manager how the service is doing, as sd_notify(3) specifies it.
///
/// One notification is one datagram to the AF_UNIX socket that `$NOTIFY_SOCKET` names, of `KEY=VALUE` assignments
/// separated by newlines; the kernel adds who sent it. Without that variable nothing happens. The variable is read
/// once, when the value is made.
public struct Notifier: Sendable {
    private let socketAddress: UnixSocketAddress?

    /// Reads `$NOTIFY_SOCKET`: a path, or `@` and an abstract name; unset or empty means not under systemd.
    ///
    /// - Throws: ``SystemdError/unsupportedNotifySocket(_:)``, also for the `vsock:` form of virtual machines.
    public init(environment: [String: String] = ProcessEnvironment.current) throws(SystemdError) {
        guard let text = environment["NOTIFY_SOCKET"], !text.isEmpty else {
            socketAddress = nil
            return
        }
        guard let address = UnixSocketAddress(text) else { throw .unsupportedNotifySocket(text) }
        socketAddress = address
    }

    /// Whether anyone listens: false when not started by a service manager.
    public var isEnabled: Bool { socketAddress != nil }

    /// Sends the given messages together, in one datagram, so that the manager sees them at once.
    ///
    /// It waits while the manager's queue is full, as libsystemd does: `READY=1` must not be lost.
    ///
    /// - Throws: ``SystemdError/systemCall(_:errno:)``; the service may go on, the manager just does not know.
    public func send(_ messages: NotifyMessage...) throws(SystemdError) {
        guard let socketAddress, !messages.isEmpty else { return }
        let lines = messages.map { $0.assignments(monotonicMicroseconds: monotonicMicroseconds()) }
        try socketAddress.sendDatagram(lines.joined(separator: "\n"))
    }
}

/// Something the service says about itself.
public enum NotifyMessage: Equatable, Sendable {
    /// Start-up is done, or a reload is; calls are being accepted.
    case ready
    /// Configuration is being read again; ``ready`` must follow.
    ///
    /// `MONOTONIC_USEC` goes with it in the same datagram, as `Type=notify-reload` demands; older managers ignore it.
    case reloading
    /// The service has begun to stop.
    case stopping
    /// One line for people, shown by `systemctl status`.
    case status(String)
    /// The service is alive. See ``Watchdog``.
    case watchdog
    /// Starting, reloading or stopping takes longer: the time out is at least this far from now.
    case extendTimeout(Duration)
    /// Why the service is about to exit.
    case errno(Int32)
}

extension NotifyMessage {
    /// Cuts a status here: the manager drops a whole datagram beyond 4096 bytes (`PIPE_BUF`).
    private static let maximumStatusBytes = 1024

    /// The message as assignments, separated by newlines; the clock is CLOCK_MONOTONIC in microseconds.
    func assignments(monotonicMicroseconds: UInt64) -> String {
        switch self {
        case .ready: "READY=1"
        case .reloading: "RELOADING=1\nMONOTONIC_USEC=\(monotonicMicroseconds)"
        case .stopping: "STOPPING=1"
        // A newline would begin another assignment.
        case .status(let text):
            "STATUS=" + truncated(escapingControls(text), toBytes: Self.maximumStatusBytes)
        case .watchdog: "WATCHDOG=1"
        case .extendTimeout(let duration): "EXTEND_TIMEOUT_USEC=\(duration.microseconds)"
        case .errno(let number): "ERRNO=\(number)"
        }
    }
}

extension Duration {
    /// Whole microseconds, rounded down; zero for a negative duration, and the largest value for one beyond it.
    fileprivate var microseconds: UInt64 {
        let (seconds, attoseconds) = components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        let (product, overflow) = UInt64(seconds).multipliedReportingOverflow(by: 1_000_000)
        let (sum, carried) = product.addingReportingOverflow(UInt64(attoseconds / 1_000_000_000_000))
        return overflow || carried ? .max : sum
    }
}

/// CLOCK_MONOTONIC, which the manager compares with; `ContinuousClock` also counts time spent suspended.
private func monotonicMicroseconds() -> UInt64 {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return UInt64(now.tv_sec) * 1_000_000 + UInt64(now.tv_nsec) / 1000
}
