// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A point on the monotonic clock, in nanoseconds.
struct Instant: Comparable {
    let nanoseconds: Int64

    /// Now.
    static var now: Instant {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Instant(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }

    /// Nanoseconds from another point to this.
    func since(_ other: Instant) -> Int64 { nanoseconds - other.nanoseconds }

    /// Seconds from this point until now.
    var secondsAgo: Double { Double(Instant.now.since(self)) / 1e9 }

    static func + (instant: Instant, nanoseconds: Int64) -> Instant {
        Instant(nanoseconds: instant.nanoseconds + nanoseconds)
    }

    static func < (one: Instant, other: Instant) -> Bool { one.nanoseconds < other.nanoseconds }
}

/// How many seconds something takes.
func seconds<E: Error>(_ body: () throws(E) -> Void) throws(E) -> Double {
    let start = Instant.now
    try body()
    return start.secondsAgo
}
