// SPDX-License-Identifier: Apache-2.0
import Glibc
public import Ledger

/// Where the time comes from: a closure, so that a test can set it.
public typealias Clock = @Sendable () -> Timestamp

/// The clock of the host.
public enum HostClock {
    /// The time now, in UTC.
    public static func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000)
    }
}
