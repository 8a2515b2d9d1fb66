// SPDX-License-Identifier: Apache-2.0

/// Objectives, measures, observations, benefits, baselines, costs and contributions.
public struct EvaluationState: Hashable, Codable, Sendable {
    /// What the partners set out to reach.
    public internal(set) var objectives: LayeredMap<Key, Objective> = [:]
    /// Measures with their definitions and observations.
    public internal(set) var measures: LayeredMap<Key, Measure> = [:]
    /// Benefits that somebody claims, and what others found.
    public internal(set) var benefits: LayeredMap<Key, Benefit> = [:]
    /// Estimates of what would have been spent without working together.
    public internal(set) var baselines: LayeredMap<Key, Baseline> = [:]
    /// What was spent.
    public internal(set) var costs: LayeredMap<Key, Recorded<CostRecorded>> = [:]
    /// The costs of each thing that a cost is for, in the order of recording.
    public internal(set) var costsByPurpose: LayeredMap<Subject, [Key]> = [:]
    /// What organisations committed themselves to pay.
    public internal(set) var contributions: LayeredMap<Key, Contribution> = [:]
    /// The currency in which the venture counts: that of the first amount recorded of this family (rule 88).
    public internal(set) var currency: String?

    init() {}

    /// Takes note of the currency of an amount.
    mutating func count(in amount: Money?) { if currency == nil { currency = amount?.currency } }

    /// What a thing of these kinds is called; nil when it has no title or is not recorded.
    func title(_ subject: Subject) -> Text? {
        let key = subject.key
        return switch subject.kind {
        case .baseline: baselines[key]?.versions.last?.estimate.title
        case .benefit: benefits[key]?.claim.content.title
        case .contribution: contributions[key]?.committed.content.title
        case .cost: costs[key]?.content.note
        case .measure: measures[key]?.versions.last?.definition.title
        case .objective: objectives[key]?.title
        case .advice, .agreement, .assignment, .barrier, .body, .boundary, .claim, .commitment,
            .community, .consultation, .decision, .delegation, .dispute, .enabler, .evidence, .export,
            .finding,
            .funding, .import, .initiative, .interest, .interface, .knowledge, .ledger, .lesson,
            .meeting, .misconception, .need, .organisation, .partner, .person, .policy, .post,
            .practice, .principle, .raid, .recognition, .reflection, .seat, .secondment, .service,
            .survey, .tool, .venture, .witness:
            nil
        }
    }
}

extension Catalogue {
    static let evaluationTypes: [any Event.Type] = [
        ObjectiveSet.self, ObjectiveRevised.self, ObjectiveAssessed.self, ObjectiveClosed.self,
        MeasureDefined.self, MeasureRevised.self, MeasureRetired.self, ObservationRecorded.self,
        BenefitClaimed.self, BenefitVerified.self, BenefitNotRealised.self, BaselineEstimated.self,
        BaselineRevised.self, CostRecorded.self, ContributionCommitted.self, ContributionPaid.self,
    ]
}
