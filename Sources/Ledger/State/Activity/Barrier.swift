// SPDX-License-Identifier: Apache-2.0

/// What stood in the way, and whether it still does.
public struct Barrier: Hashable, Codable, Sendable {
    /// What it is.
    public let identified: Recorded<BarrierIdentified>
    /// How its severity was judged anew, in the order of recording.
    public internal(set) var reassessments: [Recorded<BarrierReassessed>] = []
    /// That it was removed; nil while nobody says so.
    public internal(set) var removed: Recorded<BarrierRemoved>?

    init(_ identified: Recorded<BarrierIdentified>) { self.identified = identified }

    /// Whether it stood in the way at `t`.
    public func stands(at t: Timestamp) -> Truth {
        identified.happening.happened(at: t).and((removed?.happening.happened(at: t) ?? .no).negated)
    }

    /// The latest assessment of how much it hinders that had or may have been made at `t`, and its entry; nil
    /// when nobody has said.
    public func severity(at t: Timestamp) -> (severity: Int64, position: UInt64)? {
        let latest =
            reassessments
            .filter { $0.happening.happened(at: t) != .no }
            .max { Happening.inOrder($0.happening, $1.happening) }
        if let latest { return (latest.content.severity, latest.happening.position) }
        return identified.content.severity.map { ($0, identified.happening.position) }
    }
}
