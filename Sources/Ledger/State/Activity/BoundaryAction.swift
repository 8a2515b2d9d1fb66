// SPDX-License-Identifier: Apache-2.0

/// An action across a boundary and what came of it.
public struct BoundaryAction: Hashable, Codable, Sendable {
    /// The action.
    public let action: Recorded<BoundaryActionRecorded>
    /// What was said to have come of it, in the order of recording.
    public internal(set) var outcomes: [Recorded<BoundaryOutcomeRecorded>] = []

    init(_ action: Recorded<BoundaryActionRecorded>) { self.action = action }

    /// The latest outcome that has or may have happened at `t`, or of all if no instant is given.
    public func outcome(at t: Timestamp? = nil) -> Recorded<BoundaryOutcomeRecorded>? {
        outcomes
            .filter { outcome in t.map { outcome.happening.happened(at: $0) != .no } ?? true }
            .max { Happening.inOrder($0.happening, $1.happening) }
    }
}
