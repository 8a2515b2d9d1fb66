// SPDX-License-Identifier: Apache-2.0

/// One matter from proposal to review.
public struct Decision: Hashable, Codable, Sendable {
    /// What is to be decided, in one line.
    public internal(set) var title: Text
    /// The question at length.
    public internal(set) var question: Text?
    /// The edition of the proposal, from 1; consents are to one edition.
    public internal(set) var revision = 1
    /// When each revision was made, the first when it was tabled.
    public internal(set) var revisedWhen: [Bounds] = []
    /// The partner that decides alone; nil for a joint decision.
    public internal(set) var organisation: Key?
    /// The partners whose consent the proposal asks for; empty means those whose consent is required by right.
    public internal(set) var requires: [Key] = []
    /// The body to which it was put.
    public internal(set) var body: Key?
    /// What the proposal rests on.
    public internal(set) var because: [Subject] = []
    /// Where the proposal arose.
    public internal(set) var origin: ProposalOrigin?
    /// The service interfaces that it concerns.
    public internal(set) var interfaces: [Key] = []
    /// By when it was to be decided, as first stated and then as changed.
    public internal(set) var deadlines: [Deadline] = []
    /// The options, by rising number.
    public internal(set) var options: [Option] = []
    /// What partners said, in the order of recording.
    public internal(set) var positions: [PartnerPosition] = []
    /// The changes of status, in the order of recording.
    public internal(set) var history: [StatusChange] = []
    /// How it was adopted; nil while it is not.
    public internal(set) var adoption: Adoption?
    /// Statements of dissent.
    public internal(set) var dissents: [Dissent] = []
    /// Evidence that was linked to it.
    public internal(set) var evidence: [LinkedEvidence] = []
    /// What partners and others think of it, short of a consent.
    public internal(set) var stated: [Voiced<PositionStated>] = []
    /// What was put to the vote, in the order of recording.
    public internal(set) var votes: [Vote] = []
    /// That it was decided in urgency; nil when it was not.
    public internal(set) var urgency: Urgency?
    /// When partners called it in.
    public internal(set) var callIns: [CallIn] = []
    /// How its record was published.
    public internal(set) var publications: [Recorded<DecisionPublished>] = []
    /// Why its record was kept back.
    public internal(set) var withholdings: [Recorded<DecisionWithheld>] = []
    /// What its implementation has reached.
    public internal(set) var milestones: [Recorded<MilestoneReached>] = []
    /// What stopped its implementation; a later milestone, or its end, ends it.
    public internal(set) var blocks: [Recorded<ImplementationBlocked>] = []
    /// What came of it, each with the position of the entry that says so.
    public internal(set) var results: [DecisionResult] = []
    /// The decision that replaced or undid it.
    public internal(set) var replacedBy: Key?
    /// Whether implementation has ever started.
    public internal(set) var wasImplemented = false
    /// What reviews found.
    public internal(set) var reviews: [Review] = []

    /// The status as now known.
    public var status: DecisionStatus { history.last?.status ?? .tabled }

    /// By when it is to be decided; afterwards it has lapsed.
    public var deadline: EDTF? { deadlines.last?.date }

    /// What came of it.
    public var ledTo: [Subject] { results.map(\.subject) }

    /// Whether it was decided in urgency and is neither ratified nor refused.
    public var awaitsRatification: Bool {
        guard let urgency else { return false }
        return adoption == nil && urgency.refused == nil && status.stands
    }

    /// Whether partners may state positions, consent and refuse.
    public var takesPositions: Bool { status.isOpen || awaitsRatification }

    /// The option with a number.
    public func option(_ number: Int) -> Option? { options.first { $0.number == number } }

    /// The options that were not withdrawn.
    public var openOptions: [Option] { options.filter { !$0.isWithdrawn } }

    /// The status at an instant, and whether that is certain: dates may be imprecise.
    public func status(at instant: Timestamp) -> (status: DecisionStatus, truth: Truth)? {
        let certain = history.last { $0.when.isAtOrBefore(instant) == .yes }
        let possible = history.last { $0.when.isAtOrBefore(instant) != .no }
        guard let possible else { return nil }
        return (possible.status, certain == possible ? .yes : .possibly)
    }
}
