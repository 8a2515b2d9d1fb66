// SPDX-License-Identifier: Apache-2.0

/// Reasons for refusing that concern proposals, consents and decisions.
public enum DecisionRefusal: Hashable, Sendable {
    /// The matter's status does not allow the step.
    case status(Key, DecisionStatus, step: String)
    /// A joint decision needs two partners.
    case needsTwoPartners(Key, found: [Key])
    /// Consents are missing.
    case consentMissing(Key, revision: Int, [MissingConsent])
    /// The position is not on the current revision.
    case otherRevision(Key, given: Int, current: Int)
    /// Reported consents do not count for what is decided after recording began.
    case reportedDoNotCount(Key)
    /// A report needs a source.
    case reportWithoutSource(Key, recordedFor: Key?)
    /// It is not a partner then.
    case notAPartner(Key)
    /// The role had ended.
    case roleEnded(Key, Key)
    /// The role gives no authority for the organisation.
    case noAuthority(Key, Key)
    /// A seat without a vote cannot consent.
    case seatHasNoVote(Key)
    /// An advisor gives no authority.
    case advises(Key)
    /// The partner has said something itself, which a report does not replace.
    case spokeForItself(Key, Key)
    /// Other partners have answered the proposal as it is worded.
    case answeredAsWorded(Key, [Key])
    /// It would be adopted before it was tabled or last revised.
    case adoptedBeforeTabled(Key)
    /// The partner has taken this position already.
    case positionStands(Key)
    /// There is no consent to withdraw or condition to meet.
    case noConsent(Key, Key)
    /// After adoption a consent is not undone.
    case adoptedAlready(Key)
    /// There is no such option, or it was withdrawn.
    case noSuchOption(Key, Int, open: [Int])
    /// Options are on the table and none is chosen.
    case noneChosen(Key, open: [Int])
    /// An option's number is not the next.
    case optionNumber(Int, next: Int)
    /// The meeting was not quorate.
    case notQuorate(Key, missing: [QuorumPart])
    /// The meeting was not quorate for the matter without those who withdrew from these seats.
    case notQuorateWithout(Key, [Key], missing: [QuorumPart])
    /// The delegation did not stand then.
    case delegationLapsed(Key)
    /// The delegation is from an organisation that this is not about.
    case delegationOfAnother(Key, Key)
    /// The delegation is to somebody else.
    case delegatedToAnother(Key, Subject)
    /// The amount is over the limit.
    case overLimit(Key, limit: Money)
    /// The decision does not stand and cannot be implemented.
    case doesNotStand(Key, DecisionStatus, replacedBy: Key?)
    /// It is not in effect yet.
    case notInEffect(Key, from: String)
    /// The replacing decision was not adopted, or is the same.
    case replacementNotAdopted(Key)
    /// A decision is replaced by one with the consent of the same partners.
    case replacementNeedsPartners(Key, missing: [Key])
    /// Implementation is under way.
    case implementationUnderWay(Key)
    /// A revision changes something.
    case nothingRevised
    /// A partner decides for itself only.
    case bindsOthers(Key)
    /// The deadline has passed.
    case lapsed(Key, deadline: String)
    /// A vote is open.
    case voteStillOpen(Key)
    /// No vote is open.
    case noOpenVote(Key)
    /// The body has no voting seats.
    case noVotingSeats(Key)
    /// The seat is not among those that vote.
    case seatNotInVote(Key)
    /// The seat has fewer votes.
    case tooManyVotes(Key, of: Int)
    /// Another organisation nominates the seat.
    case seatOfAnother(Key, Key)
    /// The assignment is not to the seat for which a deputy votes.
    case deputyOfAnother(Key, Key)
    /// The body's terms state another rule.
    case voteByOtherRule(Key, VotingRule)
    /// The vote did not carry.
    case voteLost(Key, Vote.Tally)
    /// The decision states no time for calling it in.
    case noCallIn(Key)
    /// The time for calling it in is over.
    case callInOver(Key, until: String)
    /// The time for calling it in is not over.
    case callInOpen(Key, until: String)
    /// A call-in is upheld by a meeting or a decision.
    case callInNeedsDecision(Key)
}

extension DecisionRefusal: RefusalReason {
    var rule: Rule {
        switch self {
        case .status, .nothingRevised, .voteStillOpen, .noOpenVote, .noCallIn, .callInOver: .statusAllows
        case .lapsed: .deadlineLapses
        case .noVotingSeats, .seatNotInVote, .tooManyVotes: .votingSeatsOnly
        case .seatOfAnother, .deputyOfAnother: .consentWithAuthority
        case .voteByOtherRule, .voteLost: .voteCarries
        case .callInOpen: .notBeforeEffective
        case .needsTwoPartners: .jointNeedsTwoPartners
        case .consentMissing: .everyPartnerConsents
        case .otherRevision, .answeredAsWorded: .consentToCurrentRevision
        case .reportedDoNotCount: .givenOnceRecording
        case .reportWithoutSource: .reportHasSource
        case .notAPartner, .noAuthority: .consentWithAuthority
        case .roleEnded: .endedRoleCannotAct
        case .seatHasNoVote: .votingSeatsOnly
        case .advises: .advisorsDoNotVote
        case .positionStands, .spokeForItself: .oneStandingPosition
        case .adoptedBeforeTabled: .lifeAllows
        case .noConsent, .adoptedAlready: .consentStands
        case .noSuchOption, .noneChosen, .optionNumber: .optionExists
        case .notQuorate: .decisionWhileQuorate
        case .notQuorateWithout: .conflictedDoNotCount
        case .delegationLapsed, .delegationOfAnother, .delegatedToAnother: .consentWithAuthority
        case .overLimit: .amountWithinLimit
        case .doesNotStand: .supersededCannotBeImplemented
        case .notInEffect: .notBeforeEffective
        case .replacementNotAdopted: .supersessionAcyclic
        case .replacementNeedsPartners, .callInNeedsDecision: .supersessionNeedsSameConsents
        case .implementationUnderWay: .implementationTransferred
        case .bindsOthers: .bindsOnlyItself
        }
    }
}
