// SPDX-License-Identifier: Apache-2.0

extension DecisionRefusal {
    var message: String {
        switch self {
        case .status(let key, let status, let step): "\(key) is \(status.rawValue), so it cannot be \(step)"
        case .needsTwoPartners(let key, let found):
            "\(key) is a joint decision and needs at least two partners; "
                + (found.isEmpty
                    ? "there is none" : "there is only \(found.map(\.text).joined(separator: ", "))")
        case .consentMissing(let key, let revision, let missing):
            "\(key) revision \(revision) is not consented to by \(Self.list(missing))"
        case .otherRevision(let key, let given, let current):
            "\(key) is at revision \(current), and this is about revision \(given)"
        case .reportedDoNotCount(let key):
            "\(key) is decided after recording began, so consents must be given here, not reported"
        case .reportWithoutSource(let organisation, let recordedFor):
            "\(recordedFor.map { "recorded for \($0)" } ?? "recorded for nobody"), "
                + "this reports what \(organisation) said, and a report names its source"
        case .notAPartner(let organisation): "\(organisation) is not a partner then"
        case .roleEnded(let assignment, let organisation):
            "assignment \(assignment) had ended or not begun, so it gave no authority for \(organisation)"
        case .noAuthority(let assignment, let organisation):
            "assignment \(assignment) gives no authority for \(organisation)"
        case .seatHasNoVote(let seat): "seat \(seat) has no vote, so its holder cannot consent"
        case .advises(let assignment):
            "assignment \(assignment) only advises, so it gives no authority"
        case .spokeForItself(let key, let organisation):
            "\(organisation) answered \(key) here itself; only what is recorded for \(organisation) changes that"
        case .answeredAsWorded(let key, let partners):
            "\(partners.map(\.text).joined(separator: ", ")) answered \(key) as it is worded; revise it, and "
                + "consents are given anew"
        case .adoptedBeforeTabled(let key):
            "\(key) was tabled or last revised later than that; a proposal of the past has its own date"
        case .positionStands(let organisation):
            "\(organisation) has taken this position on this revision already"
        case .noConsent(let key, let organisation): "\(organisation) has no standing consent to \(key)"
        case .adoptedAlready(let key): "\(key) is adopted; a consent is not undone afterwards"
        case .noSuchOption(let key, let number, let open):
            "\(key) has no option \(number) on the table"
                + (open.isEmpty ? "" : "; there are \(Self.numbers(open))")
        case .noneChosen(let key, let open): "\(key) has options \(Self.numbers(open)), and none is chosen"
        case .optionNumber(let number, let next): "option \(number): the next option has the number \(next)"
        case .notQuorate(let meeting, let missing):
            "meeting \(meeting) was not quorate for a joint decision; missing: "
                + missing.map {
                    "\($0.count) of \($0.organisation)\($0.seatClass.map { " (\($0.rawValue))" } ?? "")"
                }
                .joined(separator: ", ")
        case .notQuorateWithout(let meeting, let withdrawn, let missing):
            "meeting \(meeting) was not quorate for this matter without "
                + "\(withdrawn.map(\.text).joined(separator: ", ")), withdrawn for a conflict of interest; missing: "
                + missing.map { "\($0.count) of \($0.organisation)" }.joined(separator: ", ")
        case .delegationLapsed(let key): "delegation \(key) did not stand then"
        case .delegationOfAnother(let key, let organisation):
            "delegation \(key) is from \(organisation) and gives no authority here"
        case .delegatedToAnother(let key, let holder): "delegation \(key) is to \(holder)"
        case .overLimit(let key, let limit):
            "the amount is over the limit of delegation \(key), \(limit.minor) minor units of \(limit.currency)"
        case .doesNotStand(let key, let status, let replacedBy):
            "\(key) is \(status.rawValue)\(replacedBy.map { " by \($0)" } ?? "") and cannot be implemented"
        case .notInEffect(let key, let from): "\(key) is in effect from \(from)"
        case .replacementNotAdopted(let key): "\(key) has not been adopted, so it replaces nothing"
        case .replacementNeedsPartners(let key, let missing):
            "\(key) would replace a decision without the consent of \(missing.map(\.text).joined(separator: ", "))"
        case .implementationUnderWay(let key):
            "implementation of \(key) is under way; complete or abandon it, or say who takes it over"
        case .nothingRevised: "a revision changes the title or the question"
        case .bindsOthers(let organisation):
            "a decision of \(organisation) alone cannot ask for others' consent"
        case .lapsed(let key, let deadline):
            "\(key) has lapsed: it was to be decided by \(deadline); a revision may set another deadline"
        case .voteStillOpen(let key): "the vote on \(key) is open"
        case .noOpenVote(let key): "no vote on \(key) is open"
        case .noVotingSeats(let body): "\(body) had no seats with a vote then"
        case .seatNotInVote(let seat):
            "seat \(seat) was not among the body's voting seats when the vote opened"
        case .tooManyVotes(let seat, let votes): "seat \(seat) has \(votes) vote\(votes == 1 ? "" : "s")"
        case .seatOfAnother(let seat, let organisation): "\(organisation) nominates seat \(seat)"
        case .deputyOfAnother(let assignment, let seat):
            "assignment \(assignment) is not to seat \(seat), so no deputy votes there for it"
        case .voteByOtherRule(let body, let rule):
            "the terms of \(body) say that it decides by \(rule.rawValue)"
        case .voteLost(let key, let tally):
            "the vote on \(key) did not carry: \(tally.inFavour) for, \(tally.against) against, "
                + "\(tally.abstaining) abstaining"
        case .noCallIn(let key): "\(key) was adopted without a time in which it may be called in"
        case .callInOver(let key, let until): "\(key) could be called in until \(until)"
        case .callInOpen(let key, let until): "\(key) may be called in until \(until)"
        case .callInNeedsDecision(let key):
            "what partners decided together in \(key) is set aside by a meeting of their body, or by a decision "
                + "that they adopt"
        }
    }

    var next: [String] {
        switch self {
        case .consentMissing(let key, _, let missing):
            missing.map { "jvctl decision consent \(key) --for \($0.organisation)" }
        case .otherRevision(let key, _, _), .noSuchOption(let key, _, _), .noneChosen(let key, _),
            .status(let key, _, _):
            ["jvctl decision show \(key)"]
        case .reportWithoutSource: ["jvctl decision consent … --source EVIDENCE"]
        case .answeredAsWorded(let key, _): ["jvctl decision revise \(key)"]
        case .spokeForItself(let key, let organisation):
            ["jvctl decision consent \(key) --for \(organisation)"]
        case .adoptedAlready(let key): ["jvctl decision dissent \(key) STATEMENT"]
        case .lapsed(let key, _): ["jvctl decision revise \(key) --deadline DATE"]
        case .voteStillOpen(let key): ["jvctl decision vote close \(key)"]
        case .noOpenVote(let key): ["jvctl decision vote open \(key) BODY RULE"]
        case .voteLost(let key, _): ["jvctl decision show \(key)"]
        case .noVotingSeats(let body): ["jvctl seat create \(body)"]
        case .callInNeedsDecision(let key):
            ["jvctl decision resolve-call-in \(key) setAside --reason TEXT --meeting MEETING"]
        case .implementationUnderWay(let key):
            ["jvctl decision complete \(key)", "jvctl decision abandon \(key)"]
        case .replacementNotAdopted(let key): ["jvctl decision adopt \(key)"]
        case .needsTwoPartners: ["jvctl partner join ORGANISATION"]
        case .reportedDoNotCount, .notAPartner, .roleEnded, .noAuthority, .seatHasNoVote, .positionStands,
            .noConsent, .optionNumber, .notQuorate, .notQuorateWithout, .delegationLapsed, .overLimit,
            .doesNotStand,
            .notInEffect, .replacementNeedsPartners, .nothingRevised, .bindsOthers, .advises,
            .adoptedBeforeTabled, .delegationOfAnother, .delegatedToAnother, .seatNotInVote, .tooManyVotes,
            .seatOfAnother, .deputyOfAnother, .voteByOtherRule, .noCallIn, .callInOver, .callInOpen:
            []
        }
    }

    private static func list(_ missing: [MissingConsent]) -> String {
        missing.map { "\($0.organisation) (\($0.gap.text))" }.joined(separator: " or ")
    }

    private static func numbers(_ options: [Int]) -> String {
        options.map(String.init).joined(separator: ", ")
    }
}
