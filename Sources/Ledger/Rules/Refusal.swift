// SPDX-License-Identifier: Apache-2.0

/// Why an entry may not be recorded: every reason there is, by family.
public enum Refusal: Error, Hashable, Sendable {
    /// Reasons that concern any entry.
    case entry(EntryRefusal)
    /// Reasons that concern ventures, organisations, partners, bodies, meetings and delegations.
    case governance(GovernanceRefusal)
    /// Reasons that concern posts, funding, assignments and secondments.
    case roles(RolesRefusal)
    /// Reasons that concern proposals, consents and decisions.
    case decision(DecisionRefusal)
    /// Reasons that concern boundary spanning, advice, learning and benefits.
    case activity(ActivityRefusal)
    /// Reasons that concern needs, consultations, commitments, disputes between partners and registered risks.
    case work(WorkRefusal)
    /// Reasons that concern services, interfaces and surveys.
    case network(NetworkRefusal)
    /// Reasons that concern objectives, measures, benefits, baselines, costs and contributions.
    case evaluation(EvaluationRefusal)
    /// Reasons that concern communities, lessons, practices, principles and recognition.
    case learning(LearningRefusal)
    /// Reasons that concern witnesses.
    case witness(WitnessRefusal)
    /// Reasons that concern erasure, holds and exports.
    case records(RecordsRefusal)

    private var reason: any RefusalReason {
        switch self {
        case .entry(let reason): reason
        case .governance(let reason): reason
        case .roles(let reason): reason
        case .decision(let reason): reason
        case .activity(let reason): reason
        case .work(let reason): reason
        case .network(let reason): reason
        case .evaluation(let reason): reason
        case .learning(let reason): reason
        case .witness(let reason): reason
        case .records(let reason): reason
        }
    }

    /// The number of the rule that refuses; `Rule` has its text.
    public var rule: Rule { reason.rule }

    /// What is missing or wrong, in a sentence without a full stop at its end.
    public var message: String { reason.message }

    /// The commands that would put it right, each to be typed as it is by whoever may.
    public var next: [String] { reason.next }
}

/// What every reason for refusing says.
protocol RefusalReason: Hashable, Sendable {
    /// The rule that refuses.
    var rule: Rule { get }
    /// What is missing or wrong.
    var message: String { get }
    /// What to type, and who; empty where there is no remedy.
    var next: [String] { get }
}

extension RefusalReason {
    var next: [String] { [] }
}
