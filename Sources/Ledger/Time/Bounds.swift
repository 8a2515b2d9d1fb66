// SPDX-License-Identifier: Apache-2.0

/// The instants that may have been meant by an imprecise date: one instant somewhere in `[earliest, latest)`,
/// UTC.
///
/// Bounds are never empty. Time counts in microseconds, so a date that is an instant has `latest` one
/// microsecond after `earliest`. Questions are answered `yes` or `no` if every instant within gives that
/// answer.
public struct Bounds: Hashable, Codable, Sendable {
    /// The first instant within; nil if open at the start.
    public let earliest: Timestamp?
    /// The first instant after, exclusive; nil if open at the end.
    public let latest: Timestamp?

    /// The instants from `earliest` until before `latest`; nil if there are none.
    public init?(earliest: Timestamp?, latest: Timestamp?) {
        if let earliest, let latest, latest <= earliest { return nil }
        if earliest == .distantFuture || latest == .distantPast { return nil }
        self.init(from: earliest, until: latest)
    }

    /// Exactly this instant; the end of time counts as the microsecond before it.
    public init(instant: Timestamp) {
        let start = min(instant, Timestamp.distantFuture.advanced(byMicroseconds: -1))
        self.init(from: start, until: start.advanced(byMicroseconds: 1))
    }

    /// Bounds known not to be empty.
    init(from earliest: Timestamp?, until latest: Timestamp?) {
        self.earliest = earliest
        self.latest = latest
    }

    /// The first instant within, `Timestamp.distantPast` if open at the start.
    public var earliestOrPast: Timestamp { earliest ?? .distantPast }

    /// The first instant after, exclusive; `Timestamp.distantFuture` if open at the end.
    public var latestOrFuture: Timestamp { latest ?? .distantFuture }

    /// The last instant within, inclusive; nil if open at the end.
    public var last: Timestamp? { latest?.advanced(byMicroseconds: -1) }

    /// Whether the instant meant is earlier than `t`.
    public func isBefore(_ t: Timestamp) -> Truth {
        Truth(certain: last.map { $0 < t } ?? false, possible: earliest.map { $0 < t } ?? true)
    }

    /// Whether the instant meant is `t` or earlier.
    public func isAtOrBefore(_ t: Timestamp) -> Truth {
        Truth(certain: last.map { $0 <= t } ?? false, possible: earliest.map { $0 <= t } ?? true)
    }

    /// Whether the instant meant is later than `t`.
    public func isAfter(_ t: Timestamp) -> Truth { isAtOrBefore(t).negated }

    /// Whether the instant meant is `t` or later.
    public func isAtOrAfter(_ t: Timestamp) -> Truth { isBefore(t).negated }

    /// Whether the instant meant here is earlier than the one meant there; equal instants do not precede.
    public func precedes(_ other: Bounds) -> Truth {
        let certain = if let last, let start = other.earliest { last < start } else { false }
        let possible = if let earliest, let end = other.last { earliest < end } else { true }
        return Truth(certain: certain, possible: possible)
    }

    /// Whether `t` may have been meant.
    public func contains(_ t: Timestamp) -> Bool {
        (earliest.map { $0 <= t } ?? true) && (latest.map { t < $0 } ?? true)
    }

    /// Whether some instant may have been meant by both.
    public func overlaps(_ other: Bounds) -> Bool {
        let endsAfterOther = if let latest, let start = other.earliest { start < latest } else { true }
        let startsBeforeOther = if let earliest, let end = other.latest { earliest < end } else { true }
        return endsAfterOther && startsBeforeOther
    }
}
