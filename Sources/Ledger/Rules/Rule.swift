// SPDX-License-Identifier: Apache-2.0

/// The rules, by number: 1 to 199 are the domain's, 200 and above the ledger's own.
///
/// A number is stable for ever, because entries carry the numbers of the rules that warned.
public enum Rule: Int, CaseIterable, Sendable, Comparable {
    case correctionKeepsHistory = 5
    case notInFuture = 7
    case partnerIsRegistered = 14
    case jointNeedsTwoPartners = 15
    case delegationWithinPowers = 19
    case delegationAcyclic = 20
    case successionMapsObligations = 22
    case singlePostHasOneHolder = 23
    case jobSharesFit = 24
    case holdersFit = 25
    case actingNeedsAbsence = 26
    case assignmentWithinPost = 27
    case abolishedPostIsClosed = 28
    case fundingAddsUp = 29
    case jointFundingNeedsTwo = 30
    case funderIsPartner = 31
    case funderConsented = 32
    case accountableToFunders = 33
    case hostNamed = 34
    case fundedWhileHeld = 35
    case boundarySpansTwo = 36
    case notOwnDeputy = 37
    case seatHolderFromNominator = 38
    case endedRoleCannotAct = 40
    case attendanceByMembers = 41
    case decisionWhileQuorate = 42
    case minutesApprovedOnce = 44
    case votingSeatsOnly = 46
    case statusAllows = 47
    case everyPartnerConsents = 48
    case consentWithAuthority = 49
    case consentToCurrentRevision = 50
    case consentStands = 51
    case conditionsMet = 52
    case oneStandingPosition = 53
    case optionExists = 54
    case optionsConsidered = 55
    case reasonsGiven = 56
    case rejectedOptionsHaveReasons = 57
    case conflictsStated = 58
    case amountWithinLimit = 60
    case supersededCannotBeImplemented = 61
    case notBeforeEffective = 62
    case supersessionAcyclic = 63
    case supersessionNeedsSameConsents = 64
    case implementationTransferred = 65
    case reviewDateSet = 67
    case bindsOnlyItself = 72
    case boundaryBetweenTwo = 73
    case seekerIsNotSource = 74
    case effortPlausible = 77
    case outcomeOfRecordedAction = 78
    case phasesInOrder = 97
    case streamBegins = 201
    case referenceExists = 202
    case systemOnly = 203
    case actsForItself = 204
    case correctBeforeImplementation = 205
    case claimsInDispute = 206
    case reportHasSource = 207
    case givenOnceRecording = 208
    case ventureOpen = 209
    case membershipAllows = 210
    case lifeAllows = 211
    case oneVenture = 212
    case advisorsDoNotVote = 213
    case secondmentBetweenTwo = 220
    case fundingOnItsPost = 221
    case scheduledIsPlanned = 230

    public static func < (left: Rule, right: Rule) -> Bool { left.rawValue < right.rawValue }
}
