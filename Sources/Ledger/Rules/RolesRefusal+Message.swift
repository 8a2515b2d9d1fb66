// SPDX-License-Identifier: Apache-2.0

extension RolesRefusal {
    var message: String {
        switch self {
        case .endsBeforeItBegins(let validity):
            "it would end \(words(validity.to)) and begin \(words(validity.from))"
        case .notThen(let subject, let date, let life):
            "\(date) is outside the time of \(subject), \(words(life))"
        case .alreadyEnded(let subject, let position): "\(subject) was ended by entry \(position)"
        case .spansTooFew(let post, let organisations):
            "\(post) is boundary-spanning and needs at least two organisations; it names "
                + (organisations.isEmpty
                    ? "none" : Set(organisations).sorted().map(\.text).joined(separator: ", "))
        case .limitWithoutSharing(let post): "\(post) has a limit on holders, which needs the sharing multi"
        case .alreadyHeld(let role, let assignment):
            "\(role) is held by assignment \(assignment) at that time"
        case .sharesExceedWhole(let role, let sum):
            "\(role) would be held to \(sum) basis points, more than the whole of \(FundingShare.whole)"
        case .tooManyHolders(let role, let count, let limit):
            "\(role) is for at most \(limit) and would have \(count) holders"
        case .actingBesideActive(let role, let assignment):
            "\(role): nobody can act beside a holder who is not absent; the other assignment is \(assignment)"
        case .actingBeyondRoom(let role):
            "\(role): more would act in it than it has holders absent or places vacant"
        case .ownDeputy(let person, let role): "\(person) cannot be their own deputy for \(role)"
        case .outsideRole(let role, let life):
            "the assignment is not within the time of \(role), \(words(life))"
        case .roleClosed(let role, let date): "\(role) no longer existed: it ended \(words(date))"
        case .beginsAfterClosure(let assignment, let role):
            "assignment \(assignment) to \(role) begins after the abolition"
        case .sharesSum(let post, let sum):
            "the shares for \(post) add up to \(sum) basis points, not \(FundingShare.whole)"
        case .funderTwice(let post, let organisation):
            "\(organisation) has two shares of \(post); name it once"
        case .fundingOverlaps(let post, let position):
            "entry \(position) has other shares of \(post) for the same time; vary the funding instead"
        case .oneFunder(let post): "\(post) is jointly funded and needs at least two funders"
        case .funderDidNotConsent(let post, let funders, let decision):
            "\(post) would be funded by \(funders.map(\.text).joined(separator: ", ")) through \(decision), "
                + "which was not adopted with their consent"
        case .notFundedThen(let post, let date): "no funding of \(post) is recorded for \(words(date))"
        case .otherStream(let post, let stream):
            "the funding of \(post) is recorded on funding/\(post), not on \(stream)"
        case .alreadyAbsent(let assignment, let position):
            "the holder of assignment \(assignment) is absent then already, by entry \(position)"
        case .notAbsent(let assignment, let date):
            "no absence of the holder of assignment \(assignment) is recorded that could end \(words(date))"
        case .secondmentToItself(let organisation): "\(organisation) cannot lend someone to itself"
        case .notLonger(let secondment, let date): "\(secondment) does not end before \(words(date)) as it is"
        case .recruitmentOpen(let post, let position):
            "a search for somebody to hold \(post) goes on, since entry \(position)"
        case .notRecruiting(let post): "no search for somebody to hold \(post) goes on"
        case .assignedElsewhere(let assignment, let role): "assignment \(assignment) is to \(role)"
        }
    }

    var next: [String] {
        switch self {
        case .alreadyHeld(_, let assignment), .actingBesideActive(_, let assignment):
            ["jvctl record role.ended assignment/\(assignment)"]
        case .alreadyAbsent(let assignment, _): ["jvctl record role.absence.ended assignment/\(assignment)"]
        case .notAbsent(let assignment, _): ["jvctl record role.absence.started assignment/\(assignment)"]
        case .beginsAfterClosure(let assignment, _): ["jvctl record entry.retracted assignment/\(assignment)"]
        case .fundingOverlaps(let post, _): ["jvctl record funding.varied funding/\(post)"]
        case .notFundedThen(let post, _): ["jvctl record funding.agreed funding/\(post)"]
        case .funderDidNotConsent(_, _, let decision): ["jvctl decision show \(decision)"]
        case .recruitmentOpen(let post, _): ["jvctl record recruitment.closed post/\(post)"]
        case .notRecruiting(let post): ["jvctl record recruitment.opened post/\(post)"]
        case .alreadyEnded(_, let position): ["jvctl log \(position)"]
        case .notThen(let subject, _, _): shows(subject)
        case .sharesExceedWhole(let role, _), .tooManyHolders(let role, _, _), .actingBeyondRoom(let role),
            .outsideRole(let role, _), .roleClosed(let role, _):
            shows(role)
        case .endsBeforeItBegins, .spansTooFew, .limitWithoutSharing, .ownDeputy, .sharesSum, .funderTwice,
            .oneFunder, .otherStream, .secondmentToItself, .notLonger, .assignedElsewhere:
            []
        }
    }

    private func shows(_ subject: Subject) -> [String] {
        subject.kind == .post ? ["jvctl post show \(subject.key)"] : []
    }

    private func words(_ date: EDTF?) -> String { date?.words ?? "at no stated date" }

    private func words(_ validity: Validity) -> String {
        switch (validity.from, validity.to) {
        case (nil, nil): "without stated dates"
        case (let from?, nil): "from \(from.words)"
        case (nil, let to?): "until \(to.words)"
        case (let from?, let to?): "from \(from.words) until \(to.words)"
        }
    }
}
