// SPDX-License-Identifier: Apache-2.0

extension Catalogue {
    static let decisionTypes: [any Event.Type] = [
        ProposalTabled.self, ProposalRevised.self, ProposalWithdrawn.self, OptionAdded.self,
        OptionArgued.self, OptionWithdrawn.self, EvidenceRegistered.self, EvidenceLinked.self,
        PositionStated.self, ConsentGiven.self, ConsentRefused.self, ConsentWithdrawn.self,
        ConditionMet.self, DissentRecorded.self, VoteOpened.self, VoteCast.self, VoteClosed.self,
        DecisionAdopted.self, UrgentDecisionTaken.self, DecisionRatified.self, RatificationRefused.self,
        DecisionRejected.self, DecisionDeferred.self, DecisionCalledIn.self, CallInResolved.self,
        DecisionSuperseded.self, DecisionRescinded.self, DecisionPublished.self, DecisionWithheld.self,
        ImplementationStarted.self, MilestoneReached.self, ImplementationBlocked.self,
        ImplementationCompleted.self, ImplementationAbandoned.self, ReviewCompleted.self,
    ]
}

/// Every matter that was put to decision, and the evidence that was registered.
public struct DecisionsState: Hashable, Codable, Sendable {
    /// Matters by key, from proposal to review.
    public internal(set) var all: LayeredMap<Key, Decision> = [:]
    /// Evidence by key.
    public internal(set) var evidence: LayeredMap<Key, Evidence> = [:]
}

extension State {
    /// A matter that was put to decision.
    public func decision(_ key: Key) -> Decision? { decisions.all[key] }

    /// A piece of registered evidence.
    public func evidence(_ key: Key) -> Evidence? { decisions.evidence[key] }

    /// Records that a decision led to something, as the entry says that is being applied.
    mutating func link(decision: Key?, to subject: Subject) {
        guard let decision, decisions.all[decision]?.ledTo.contains(subject) == false else { return }
        let result = DecisionResult(subject: subject, position: max(size, 1) - 1)
        decisions.all[decision]?.results.append(result)
    }
}
