// SPDX-License-Identifier: Apache-2.0

/// What was done across the boundary and what was learnt, each thing by its key.
public struct ActivityState: Hashable, Codable, Sendable {
    /// Actions across a boundary, with their outcomes.
    public internal(set) var actions: LayeredMap<Key, BoundaryAction> = [:]
    /// Advice that was sought, with what was given.
    public internal(set) var advice: LayeredMap<Key, Advice> = [:]
    /// Workshops and other events at which knowledge passed, held or scheduled.
    public internal(set) var knowledgeEvents: LayeredMap<Key, KnowledgeEvent> = [:]
    /// What stood or stands in the way.
    public internal(set) var barriers: LayeredMap<Key, Barrier> = [:]
    /// What was found out.
    public internal(set) var findings: LayeredMap<Key, Recorded<FindingRecorded>> = [:]
    /// Tools for evaluating and for learning.
    public internal(set) var tools: LayeredMap<Key, Recorded<ToolIntroduced>> = [:]

    init() {}
}

extension Catalogue {
    static let activityTypes: [any Event.Type] = [
        BoundaryActionRecorded.self, BoundaryOutcomeRecorded.self, AdviceRequested.self, AdviceGiven.self,
        KnowledgeEventHeld.self, KnowledgeEventScheduled.self, BarrierIdentified.self, BarrierReassessed.self,
        BarrierRemoved.self, FindingRecorded.self, ToolIntroduced.self,
    ]
}
