// SPDX-License-Identifier: Apache-2.0

/// Reasons for refusing that concern posts, funding, assignments and secondments.
public enum RolesRefusal: Hashable, Sendable {
    /// It would end at or before its beginning.
    case endsBeforeItBegins(Validity)
    /// The date lies outside the time of the thing.
    case notThen(Subject, EDTF, Validity)
    /// It has been ended by the entry at this position.
    case alreadyEnded(Subject, by: UInt64)
    /// A boundary-spanning post spans fewer than two organisations.
    case spansTooFew(Key, [Key])
    /// A limit on holders is for posts that several hold.
    case limitWithoutSharing(Key)
    /// Another assignment to the post or seat stands at that time.
    case alreadyHeld(Subject, by: Key)
    /// The holders' shares are together so many basis points.
    case sharesExceedWhole(Subject, Int64)
    /// There would be so many holders.
    case tooManyHolders(Subject, Int64, limit: Int)
    /// Somebody would act while a holder is there; the other assignment is named.
    case actingBesideActive(Subject, Key)
    /// More would act in a shared post than are absent from it.
    case actingBeyondRoom(Subject)
    /// A person would be their own deputy.
    case ownDeputy(Key, Subject)
    /// An assignment would begin before or last beyond its post or seat.
    case outsideRole(Subject, Validity)
    /// The post or seat has been abolished.
    case roleClosed(Subject, EDTF)
    /// An assignment begins after the abolition.
    case beginsAfterClosure(Key, of: Subject)
    /// The shares are together so many basis points.
    case sharesSum(Key, Int64)
    /// One organisation has two shares.
    case funderTwice(Key, Key)
    /// Other shares are agreed for the same time, by the entry at this position.
    case fundingOverlaps(Key, with: UInt64)
    /// A jointly funded post would have one funder.
    case oneFunder(Key)
    /// Partners would fund the post by a decision to which they did not consent.
    case funderDidNotConsent(Key, [Key], decision: Key)
    /// Nobody pays for the post at that date.
    case notFundedThen(Key, EDTF?)
    /// The funding of a post is recorded on another stream.
    case otherStream(post: Key, stream: Subject)
    /// The holder is away already, by the entry at this position.
    case alreadyAbsent(Key, since: UInt64)
    /// The holder is not away at that date.
    case notAbsent(Key, EDTF)
    /// An organisation would lend someone to itself.
    case secondmentToItself(Key)
    /// The new end of a secondment is not later.
    case notLonger(Key, EDTF)
    /// A search for somebody to hold the post goes on, opened by the entry at this position.
    case recruitmentOpen(Key, since: UInt64)
    /// Nobody is looked for to hold the post.
    case notRecruiting(Key)
    /// The assignment is to another post or seat.
    case assignedElsewhere(Key, Subject)
}

extension RolesRefusal: RefusalReason {
    var rule: Rule {
        switch self {
        case .alreadyHeld: .singlePostHasOneHolder
        case .sharesExceedWhole: .jobSharesFit
        case .tooManyHolders, .limitWithoutSharing: .holdersFit
        case .actingBesideActive, .actingBeyondRoom: .actingNeedsAbsence
        case .outsideRole, .beginsAfterClosure: .assignmentWithinPost
        case .roleClosed: .abolishedPostIsClosed
        case .sharesSum, .funderTwice, .fundingOverlaps: .fundingAddsUp
        case .oneFunder: .jointFundingNeedsTwo
        case .funderDidNotConsent: .funderConsented
        case .spansTooFew: .boundarySpansTwo
        case .ownDeputy: .notOwnDeputy
        case .secondmentToItself: .secondmentBetweenTwo
        case .otherStream: .fundingOnItsPost
        case .endsBeforeItBegins, .notThen, .alreadyEnded, .notFundedThen, .alreadyAbsent, .notAbsent,
            .notLonger, .recruitmentOpen, .notRecruiting, .assignedElsewhere:
            .lifeAllows
        }
    }
}
