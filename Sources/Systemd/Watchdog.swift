// SPDX-License-Identifier: Apache-2.0

public import Glibc

/// The manager's wish to hear regularly that the service is alive (sd_watchdog_enabled(3)).
///
/// Send ``NotifyMessage/watchdog`` at least every ``interval``, after a real check of what matters and not from an
/// idle timer; a service that stays silent for ``timeout`` is killed and restarted.
public struct Watchdog: Equatable, Sendable {
    /// How long the manager waits, from `$WATCHDOG_USEC` (microseconds).
    public let timeout: Duration

    /// How often to send: half the time-out, as sd_watchdog_enabled(3) recommends.
    public var interval: Duration { timeout / 2 }

    /// Reads `$WATCHDOG_USEC`; nil if it is unset or `$WATCHDOG_PID` means another process.
    ///
    /// - Throws: ``SystemdError/malformedVariable(name:value:)``.
    public static func requested(
        environment: [String: String] = ProcessEnvironment.current,
        processID: pid_t = getpid()
    ) throws(SystemdError) -> Watchdog? {
        guard let text = environment["WATCHDOG_USEC"] else { return nil }
        if let owner = environment["WATCHDOG_PID"] {
            guard let owner = decimal(owner, as: pid_t.self), owner > 0 else {
                throw .malformedVariable(name: "WATCHDOG_PID", value: owner)
            }
            guard owner == processID else { return nil }
        }
        guard let microseconds = decimal(text, as: Int64.self), microseconds > 0 else {
            throw .malformedVariable(name: "WATCHDOG_USEC", value: text)
        }
        return Watchdog(timeout: .microseconds(microseconds))
    }
}
