// SPDX-License-Identifier: Apache-2.0

/// A dispute between partners: not between entries, which is a `Claim`.
public struct PartnerDispute: WorkItem {
    /// What it is about, and between whom.
    public let opened: Recorded<DisputeOpened>
    /// How it went up, in the order of recording.
    public internal(set) var escalations: [Recorded<DisputeEscalated>] = []
    /// How it ended; nil while nobody says so.
    public internal(set) var resolved: Recorded<DisputeResolved>?

    init(_ opened: Recorded<DisputeOpened>) { self.opened = opened }

    public var began: Happening { opened.happening }
    public var steps: [Happening] { escalations.map(\.happening) }
    public var ended: Happening? { resolved?.happening }

    /// The latest stage to which it had or may have gone at `t`; nil while it is between the parties.
    public func stage(at t: Timestamp) -> DisputeStage? {
        escalations.filter { $0.happening.happened(at: t) != .no }
            .max { Happening.inOrder($0.happening, $1.happening) }?.content.stage
    }
}
