// SPDX-License-Identifier: Apache-2.0

/// Reasons for refusing that concern ventures, organisations, partners, bodies, meetings and delegations.
public enum GovernanceRefusal: Hashable, Sendable {
    /// The ledger has a venture already.
    case anotherVenture(Key)
    /// The venture has been closed.
    case ventureClosed(Key)
    /// A fact ends at or before its beginning.
    case endsBeforeItBegins(Subject)
    /// There is a phase with this number.
    case phaseDeclared(Int)
    /// The first of these phases does not end before the second begins.
    case phasesOverlap(Int, Int)
    /// The initiative does not stand where the step begins.
    case initiativeIs(InitiativeStatus, Key, cannotBecome: InitiativeStatus)
    /// The step is dated before the one recorded last.
    case beforeLastStep(Subject, EDTF)
    /// Others have taken the place of this organisation.
    case succeeded(Key, [Key])
    /// An organisation cannot succeed itself.
    case succeedsItself(Key)
    /// An obligation is to go to one that is no successor.
    case transferToStranger(Subject, Key)
    /// No organisation with the partner's key is registered.
    case notRegistered(Key)
    /// It is a partner then.
    case alreadyPartner(Key)
    /// It is no partner then.
    case notPartner(Key)
    /// An invitation waits for its answer.
    case alreadyInvited(Key)
    /// No invitation waits for its answer.
    case notInvited(Key)
    /// The thing did not exist at the time, or not any more.
    case notThere(Subject)
    /// A quorum asks for advisors, who never count.
    case quorumOfAdvisors(Key)
    /// An advisor's seat is to have a vote.
    case advisorVotes(Key)
    /// The meeting is recorded already.
    case alreadyHeld(Key)
    /// The meeting is recorded as one of another body.
    case meetingOfOtherBody(Key, Key)
    /// A seat or assignment is listed twice.
    case attendsTwice(Subject)
    /// The seat is in another body.
    case seatOfOtherBody(Key, Key)
    /// Nobody held this assignment at the time.
    case roleNotHeld(Key)
    /// The seat did not exist at the time.
    case seatNotThere(Key)
    /// The seat is nominated by an organisation other than that for which it is taken.
    case seatOfOtherOrganisation(Key, Key, Key)
    /// The minutes are approved already.
    case minutesApproved(Key)
    /// A limit is below zero.
    case limitNegative
    /// The delegation that is passed on is another organisation's.
    case powersOfAnother(Key, Key)
    /// The delegation that is passed on is not in force then.
    case powersNotInForce(Key)
    /// The delegation that is passed on ends earlier.
    case outlastsPowers(Key, EDTF)
    /// The delegation that is passed on has this limit.
    case beyondLimit(Key, Money)
    /// A function would come back to one that passed it on.
    case delegationReturns(to: Subject, under: Key)
    /// The venture is suspended already.
    case ventureSuspended(Key)
    /// The venture is not suspended.
    case ventureNotSuspended(Key)
    /// There is no phase with this number.
    case noSuchPhase(Int)
    /// The phase has an end already.
    case phaseClosed(Int)
    /// The entry changes nothing.
    case nothingChanged(Subject)
    /// An agreement would have one party.
    case needsTwoParties(Key)
    /// The organisation is no party to the agreement.
    case notParty(Key, Key)
    /// The party has signed already.
    case alreadySigned(Key, Key)
    /// The agreement is not in force; these parties have not signed it.
    case notInForce(Key, unsigned: [Key])
    /// The agreement has been terminated.
    case agreementTerminated(Key)
    /// Notice would be given after the end.
    case noticeAfterEnd(Key, EDTF)
    /// The agreement lacks these clauses.
    case clausesMissing(Key, [String])
    /// An NHS body or a local authority is not, or not certainly, among the parties.
    case section75Lacks(Key, nhsBody: Bool, authority: Bool)
    /// Others were nominated to stand in for the holder of the seat.
    case notDeputy(Key, seat: Key)
    /// The chair's seat is in another body.
    case chairSeatElsewhere(Key, Key)
    /// Somebody holds the office then.
    case officeHeld(ChairOffice, Key, by: Subject)
    /// Nobody holds the office then.
    case officeVacant(ChairOffice, Key)
    /// Chair and vice-chair would come from one partner.
    case chairsOfOnePartner(Key, [Key])
    /// The meeting was cancelled.
    case meetingCancelled(Key)
    /// An agenda says nothing.
    case nothingPublished(Key)
    /// No such paper was circulated for the meeting.
    case noSuchPaper(Key)
    /// Somebody would leave a meeting before they came.
    case leavesBeforeArrival(Subject)
    /// The interest is somebody else's.
    case interestOfAnother(Key, Subject)
}
