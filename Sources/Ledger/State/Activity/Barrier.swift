// SPDX-License-Identifier: Apache-2.0

/// What stood in the way, and whether it still does.
public struct Barrier: Hashable, Sendable {
    /// What it is.
    public let identified: Recorded<BarrierIdentified>
    /// That it was removed; nil while nobody says so.
    public internal(set) var removed: Recorded<BarrierRemoved>?

    init(_ identified: Recorded<BarrierIdentified>) { self.identified = identified }

    /// Whether it stood in the way at `t`.
    public func stands(at t: Timestamp) -> Truth {
        identified.happening.happened(at: t).and((removed?.happening.happened(at: t) ?? .no).negated)
    }
}
