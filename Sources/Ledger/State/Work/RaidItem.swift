// SPDX-License-Identifier: Apache-2.0

/// A risk, an assumption, an issue or a dependency, and how it was seen over time.
public struct RaidItem: WorkItem {
    /// What it was at first.
    public let raised: Recorded<RaidRaised>
    /// How it was seen later, in the order of recording.
    public internal(set) var updates: [Recorded<RaidUpdated>] = []
    /// How it ended; nil while nobody says so.
    public internal(set) var closed: Recorded<RaidClosed>?

    init(_ raised: Recorded<RaidRaised>) { self.raised = raised }

    public var began: Happening { raised.happening }
    public var steps: [Happening] { updates.map(\.happening) }
    public var ended: Happening? { closed?.happening }
}

/// How a risk or its like is seen at an instant.
public struct RaidView: Hashable, Sendable {
    /// The assignment of whoever watches it.
    public private(set) var owner: Key?
    /// The organisation that watches it.
    public private(set) var organisation: Key?
    /// How likely it is, from 1 to 5.
    public private(set) var likelihood: Int64?
    /// How much it would matter, from 1 to 5.
    public private(set) var impact: Int64?
    /// What was last said of it.
    public private(set) var note: Text?

    /// Likelihood times impact, from 1 to 25; nil while one of them is not rated.
    public var score: Int64? {
        guard let likelihood, let impact else { return nil }
        return likelihood * impact
    }

    init(_ item: RaidItem, at t: Timestamp) {
        let first = item.raised.content
        owner = first.owner
        organisation = first.organisation
        likelihood = first.likelihood
        impact = first.impact
        note = first.note
        let updates = item.updates.filter { $0.happening.happened(at: t) != .no }
            .sorted { Happening.inOrder($0.happening, $1.happening) }
        for update in updates.map(\.content) {
            owner = update.owner ?? owner
            organisation = update.organisation ?? organisation
            likelihood = update.likelihood ?? likelihood
            impact = update.impact ?? impact
            note = update.note ?? note
        }
    }
}
