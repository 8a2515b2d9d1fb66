// SPDX-License-Identifier: Apache-2.0
public import HashTreeCollections

/// What was done across the boundary and what was learnt, each thing by its key.
public struct ActivityState: Hashable, Sendable {
    /// Actions across a boundary, with their outcomes.
    public internal(set) var actions: TreeDictionary<Key, BoundaryAction> = [:]
    /// Advice that was sought, with what was given.
    public internal(set) var advice: TreeDictionary<Key, Advice> = [:]
    /// Workshops and other events at which knowledge passed, held or scheduled.
    public internal(set) var knowledgeEvents: TreeDictionary<Key, KnowledgeEvent> = [:]
    /// What stood or stands in the way.
    public internal(set) var barriers: TreeDictionary<Key, Barrier> = [:]
    /// What was found out.
    public internal(set) var findings: TreeDictionary<Key, Recorded<FindingRecorded>> = [:]
    /// Tools for evaluating and for learning.
    public internal(set) var tools: TreeDictionary<Key, Recorded<ToolIntroduced>> = [:]

    init() {}
}

extension Catalogue {
    static let activityTypes: [any Event.Type] = [
        BoundaryActionRecorded.self, BoundaryOutcomeRecorded.self, AdviceRequested.self, AdviceGiven.self,
        KnowledgeEventHeld.self, KnowledgeEventScheduled.self, BarrierIdentified.self, BarrierReassessed.self,
        BarrierRemoved.self, FindingRecorded.self, ToolIntroduced.self,
    ]
}
