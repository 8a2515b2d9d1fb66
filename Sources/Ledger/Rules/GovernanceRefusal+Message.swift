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
            .alreadyHeld, .meetingOfOtherBody, .ventureSuspended, .ventureNotSuspended, .noSuchPhase,
            .phaseClosed, .nothingChanged, .alreadySigned, .agreementTerminated, .noticeAfterEnd,
            .chairSeatElsewhere, .officeHeld, .officeVacant, .meetingCancelled, .nothingPublished,
            .leavesBeforeArrival, .interestOfAnother:
            .lifeAllows
        case .needsTwoParties, .notParty, .notInForce: .agreementSigned
        case .clausesMissing: .agreementComplete
        case .section75Lacks: .section75Parties
        case .chairsOfOnePartner: .chairsFromDifferentPartners
        case .noSuchPaper: .referenceExists
        case .quorumOfAdvisors, .advisorVotes: .advisorsDoNotVote
        case .attendsTwice, .seatOfOtherBody, .seatNotThere, .seatOfOtherOrganisation, .notDeputy:
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
        case .ventureSuspended(let key): "venture \(key) is suspended already"
        case .ventureNotSuspended(let key): "venture \(key) is not suspended"
        case .noSuchPhase(let ordinal): "there is no phase \(ordinal)"
        case .phaseClosed(let ordinal):
            "phase \(ordinal) has an end already; correct the entry that states it"
        case .nothingChanged(let subject): "this changes nothing of \(subject)"
        case .needsTwoParties(let key):
            "agreement \(key) needs two parties; units of one organisation are one"
        case .notParty(let key, let organisation): "\(organisation) is no party to agreement \(key)"
        case .alreadySigned(let key, let organisation): "\(organisation) has signed agreement \(key) already"
        case .notInForce(let key, let unsigned):
            unsigned.isEmpty
                ? "agreement \(key) is not in force at that time"
                : "agreement \(key) is not in force: not signed by \(Self.list(unsigned))"
        case .agreementTerminated(let key): "agreement \(key) has been terminated"
        case .noticeAfterEnd(let key, let end): "notice for agreement \(key) is after its end, \(end.short)"
        case .clausesMissing(let key, let clauses):
            "agreement \(key) says nothing of \(clauses.joined(separator: ", ")) (SI 2000/617, "
                + "regulations 7(3) and 9(3))"
        case .section75Lacks(let key, let nhsBody, let authority):
            "agreement \(key) under section 75 needs an NHS body and a local authority as parties; "
                + (nhsBody ? "no NHS body" : authority ? "no local authority" : "not certainly one of each")
                + " is among them (SI 2000/617, regulation 2)"
        case .notDeputy(let assignment, let seat):
            "assignment \(assignment) is not among the deputies nominated for seat \(seat)"
        case .chairSeatElsewhere(let seat, let body): "seat \(seat) is in body \(body)"
        case .officeHeld(let office, let body, let holder):
            "body \(body) has a \(office.words) at that time, \(holder)"
        case .officeVacant(let office, let body): "body \(body) has no \(office.words) at that time"
        case .chairsOfOnePartner(let body, let organisations):
            "chair and vice-chair of body \(body) would both come from \(Self.list(organisations))"
        case .meetingCancelled(let key): "meeting \(key) has been cancelled"
        case .nothingPublished(let key): "the agenda of meeting \(key) needs a text, a digest or decisions"
        case .noSuchPaper(let key):
            "no such paper was circulated for meeting \(key); name the entry that did, or its digest"
        case .leavesBeforeArrival(let subject): "\(subject) would leave before it came"
        case .interestOfAnother(let key, let holder): "interest \(key) is not one of \(holder)"
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
        case .ventureSuspended(let key): ["jvctl record venture.resumed venture/\(key)"]
        case .notInForce(let key, let unsigned):
            unsigned.map { "jvctl agreement sign \(key) \($0) --for \($0)" }
        case .officeHeld(let office, let body, _):
            ["jvctl record chair.stoodDown body/\(body) office=\(office.rawValue)"]
        case .meetingCancelled(let key): ["jvctl record meeting.rescheduled meeting/\(key)"]
        case .notDeputy(_, let seat): ["jvctl record deputy.nominated seat/\(seat)"]
        case .initiativeIs, .anotherVenture, .ventureClosed, .endsBeforeItBegins, .phaseDeclared,
            .phasesOverlap, .beforeLastStep, .succeeded, .succeedsItself, .transferToStranger, .notThere,
            .quorumOfAdvisors, .advisorVotes, .alreadyHeld, .meetingOfOtherBody, .attendsTwice,
            .seatOfOtherBody, .roleNotHeld, .seatNotThere, .seatOfOtherOrganisation, .minutesApproved,
            .limitNegative,
            .powersOfAnother, .powersNotInForce, .outlastsPowers, .beyondLimit, .delegationReturns,
            .ventureNotSuspended, .noSuchPhase, .phaseClosed, .nothingChanged, .needsTwoParties, .notParty,
            .alreadySigned, .agreementTerminated, .noticeAfterEnd, .clausesMissing, .section75Lacks,
            .chairSeatElsewhere, .officeVacant, .chairsOfOnePartner, .nothingPublished, .noSuchPaper,
            .leavesBeforeArrival, .interestOfAnother:
            []
        }
    }

    private static func list(_ keys: [Key]) -> String { keys.map(\.text).joined(separator: ", ") }
}

extension ChairOffice {
    /// What it is called.
    var words: String {
        switch self {
        case .chair: "chair"
        case .viceChair: "vice-chair"
        }
    }
}
