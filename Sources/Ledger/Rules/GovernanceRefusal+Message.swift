// SPDX-License-Identifier: Apache-2.0

extension GovernanceRefusal: RefusalReason {
    var rule: Rule {
        switch self {
        case .anotherVenture: .oneVenture
        case .ventureClosed: .ventureOpen
        case .phaseDeclared, .phasesOverlap: .phasesInOrder
        case .transferToStranger: .successionMapsObligations
        case .notRegistered: .partnerIsRegistered
        case .alreadyPartner, .notPartner, .alreadyInvited, .notInvited: .membershipAllows
        case .endsBeforeItBegins, .initiativeIs, .beforeLastStep, .succeeded, .succeedsItself,
            .notThere,
            .alreadyHeld, .meetingOfOtherBody:
            .lifeAllows
        case .quorumOfAdvisors, .advisorVotes: .advisorsDoNotVote
        case .attendsTwice, .seatOfOtherBody, .seatNotThere, .seatOfOtherOrganisation:
            .attendanceByMembers
        case .roleNotHeld: .endedRoleCannotAct
        case .minutesApproved: .minutesApprovedOnce
        case .limitNegative, .powersOfAnother, .powersNotInForce, .outlastsPowers, .beyondLimit:
            .delegationWithinPowers
        case .delegationReturns: .delegationAcyclic
        }
    }

    var message: String {
        switch self {
        case .anotherVenture(let key):
            "this ledger is for venture \(key); another venture has its own ledger"
        case .ventureClosed(let key): "venture \(key) has been closed"
        case .endsBeforeItBegins(let subject): "\(subject) would end before it begins"
        case .phaseDeclared(let ordinal): "there is a phase \(ordinal) already"
        case .phasesOverlap(let first, let second):
            "phase \(first) does not end before phase \(second) begins"
        case .initiativeIs(let status, let key, let next):
            "initiative \(key) is \(status.rawValue) and cannot become \(next.rawValue)"
        case .beforeLastStep(let subject, let date):
            "the last step recorded of \(subject) is later: \(date.short)"
        case .succeeded(let key, let successors):
            "\(key) has been succeeded by \(successors.map(\.text).joined(separator: ", "))"
        case .succeedsItself(let key): "\(key) cannot succeed itself"
        case .transferToStranger(let subject, let key):
            "\(subject) cannot go to \(key), which is no successor"
        case .notRegistered(let key):
            "no organisation \(key) is registered; a partner has the key of one"
        case .alreadyPartner(let key): "\(key) is a partner at that time"
        case .notPartner(let key): "\(key) is no partner at that time"
        case .alreadyInvited(let key): "\(key) has been invited and has not answered"
        case .notInvited(let key): "\(key) has no invitation to answer"
        case .notThere(let subject): "\(subject) does not exist at that time"
        case .quorumOfAdvisors(let key): "the quorum asks for advisors of \(key), who never count"
        case .advisorVotes(let key): "seat \(key) is for an advisor, who has no vote"
        case .alreadyHeld(let key): "meeting \(key) is recorded already"
        case .meetingOfOtherBody(let key, let body): "meeting \(key) is one of body \(body)"
        case .attendsTwice(let subject): "\(subject) is listed twice"
        case .seatOfOtherBody(let key, let body): "seat \(key) is in body \(body)"
        case .roleNotHeld(let key): "assignment \(key) is not held at that time"
        case .seatNotThere(let key): "seat \(key) does not exist at that time"
        case .seatOfOtherOrganisation(let key, let nominator, let named):
            "seat \(key) is nominated by \(nominator); others for \(named) attend without a seat"
        case .minutesApproved(let key):
            "the minutes of meeting \(key) have been approved; correct that entry"
        case .limitNegative: "a limit is at least zero"
        case .powersOfAnother(let key, let owner): "delegation \(key) is of a function of \(owner)"
        case .powersNotInForce(let key): "delegation \(key) is not in force at that time"
        case .outlastsPowers(let key, let end): "delegation \(key) ends earlier: \(end.short)"
        case .beyondLimit(let key, let limit):
            "delegation \(key) has a limit of \(limit.minor) in minor units of \(limit.currency), "
                + "and what passes it on states one within it"
        case .delegationReturns(let holder, let key):
            "\(holder) holds delegation \(key), or passed it on; it cannot come back"
        }
    }

    var next: [String] {
        switch self {
        case .notRegistered(let key): ["jvctl record organisation.registered organisation/\(key)"]
        case .notPartner(let key): ["jvctl record partner.joined partner/\(key)"]
        case .alreadyPartner(let key): ["jvctl record partner.left partner/\(key)"]
        case .alreadyInvited(let key):
            [
                "jvctl record partner.joined partner/\(key)",
                "jvctl record partner.declined partner/\(key)",
            ]
        case .notInvited(let key): ["jvctl record partner.invited partner/\(key)"]
        case .initiativeIs(.suspended, let key, _):
            ["jvctl record initiative.resumed initiative/\(key)"]
        case .initiativeIs, .anotherVenture, .ventureClosed, .endsBeforeItBegins, .phaseDeclared,
            .phasesOverlap, .beforeLastStep, .succeeded, .succeedsItself, .transferToStranger, .notThere,
            .quorumOfAdvisors, .advisorVotes, .alreadyHeld, .meetingOfOtherBody, .attendsTwice,
            .seatOfOtherBody, .roleNotHeld, .seatNotThere, .seatOfOtherOrganisation, .minutesApproved,
            .limitNegative,
            .powersOfAnother, .powersNotInForce, .outlastsPowers, .beyondLimit, .delegationReturns:
            []
        }
    }
}
