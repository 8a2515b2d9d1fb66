// SPDX-License-Identifier: Apache-2.0

/// How long a fact is true: from some instant within `from` until, exclusive, some instant within `to`.
///
/// Without `from` it was always so, without `to` it has not ended. The two instants are taken to be
/// independent of each other: an answer is `yes` or `no` if every pair of them gives it.
public struct Validity: Hashable, Codable, Sendable {
    /// When the fact begins; nil if it was always so.
    public var from: EDTF?
    /// When the fact ends, the first instant at which it is no longer true; nil if it has not ended.
    public var to: EDTF?

    /// A validity between two dates, each of which may be absent.
    public init(from: EDTF? = nil, to: EDTF? = nil) {
        self.from = from
        self.to = to
    }

    /// Whether the fact is true at `t`: begun at `t` or earlier, and not ended at `t` or earlier.
    public func holds(at t: Timestamp) -> Truth {
        let begun = from?.bounds.isAtOrBefore(t) ?? .yes
        let ended = to?.bounds.isAtOrBefore(t) ?? .no
        return begun.and(ended.negated)
    }

    /// Whether there is an instant at which both facts are true.
    public func overlaps(_ other: Validity) -> Truth {
        beginsBeforeItEnds
            .and(other.beginsBeforeItEnds)
            .and(Self.precedes(from, other.to))
            .and(Self.precedes(other.from, to))
    }

    /// Whether the fact is true at any instant at all: `no` if it ends at or before its beginning.
    public var beginsBeforeItEnds: Truth { Self.precedes(from, to) }

    private static func precedes(_ from: EDTF?, _ to: EDTF?) -> Truth {
        guard let from, let to else { return .yes }
        return from.bounds.precedes(to.bounds)
    }

    /// The instants from which on `holds(at:)` may answer otherwise than just before, unsorted and at most
    /// four, with `Timestamp.distantPast` first if it holds or may hold from the beginning of time.
    ///
    /// A date turns from "not yet" to "possibly" at its earliest instant and to "certainly" at its last.
    public var changePoints: [Timestamp] {
        var points: [Timestamp] = []
        points.reserveCapacity(4)
        points.append(from?.bounds.earliest ?? .distantPast)
        if let last = from?.bounds.last { points.append(last) }
        if let earliest = to?.bounds.earliest { points.append(earliest) }
        if let last = to?.bounds.last { points.append(last) }
        return points
    }
}
