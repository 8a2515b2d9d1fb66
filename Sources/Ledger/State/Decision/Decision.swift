// SPDX-License-Identifier: Apache-2.0

/// One matter from proposal to review.
public struct Decision: Hashable, Sendable {
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
    /// By when it is to be decided; afterwards it has lapsed.
    public internal(set) var deadline: EDTF?
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
    /// What came of it.
    public internal(set) var ledTo: [Subject] = []
    /// The decision that replaced or undid it.
    public internal(set) var replacedBy: Key?
    /// Whether implementation has ever started.
    public internal(set) var wasImplemented = false
    /// What reviews found.
    public internal(set) var reviews: [Review] = []

    /// The status as now known.
    public var status: DecisionStatus { history.last?.status ?? .tabled }

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

/// One way of answering the question.
public struct Option: Hashable, Sendable {
    /// Its number within the proposal, from 1.
    public let number: Int
    /// What it is.
    public let title: Text
    /// What sort of answer it is.
    public let kind: OptionKind?
    /// The entry that put it on the table.
    public let position: UInt64
    /// Reasons for and against, in the order of recording.
    public internal(set) var arguments: [Argument] = []
    /// Whether it was taken off the table.
    public internal(set) var isWithdrawn = false
}

/// A reason for or against an option.
public struct Argument: Hashable, Sendable {
    /// Which way it speaks.
    public let stance: ArgumentStance
    /// The reason.
    public let text: Text
    /// The entry that states it.
    public let position: UInt64
}

/// How a decision was adopted.
public struct Adoption: Hashable, Sendable {
    /// The number of the option chosen.
    public let option: Int?
    /// Why.
    public let reason: Text
    /// The body that adopted it.
    public let body: Key?
    /// The meeting at which it was adopted.
    public let meeting: Key?
    /// The delegation under which it was adopted.
    public let delegation: Key?
    /// The version of the body's terms of reference in force.
    public let termsVersion: Int?
    /// The revision that was adopted.
    public let revision: Int
    /// The partners whose consent it needed.
    public let required: [Key]
    /// From when it is in effect.
    public let effectiveFrom: EDTF?
    /// When it is to be reviewed.
    public let reviewOn: EDTF?
    /// Conflicts of interest, as stated.
    public let conflicts: Text?
    /// The entry that records it.
    public let position: UInt64
}

/// A statement of dissent.
public struct Dissent: Hashable, Sendable {
    /// The organisation that dissents.
    public let organisation: Key
    /// What it says.
    public let statement: Text
    /// The entry that records it.
    public let position: UInt64
}

/// Evidence that was linked to a decision.
public struct LinkedEvidence: Hashable, Sendable {
    /// The key of the evidence.
    public let evidence: Key
    /// What it does for the proposal.
    public let role: EvidenceRole
    /// The entry that links it.
    public let position: UInt64
}

/// What a review found.
public struct Review: Hashable, Sendable {
    /// What is to happen with the decision.
    public let outcome: ReviewOutcome
    /// The findings.
    public let findings: Text?
    /// The entry that records it.
    public let position: UInt64
}
