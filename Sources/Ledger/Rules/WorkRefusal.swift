// SPDX-License-Identifier: Apache-2.0

/// Reasons for refusing that concern needs, consultations, commitments, disputes between partners and registered risks.
public enum WorkRefusal: Hashable, Sendable {
    /// What this goes on from no longer stands.
    case nothingToContinue(Subject)
    /// It happened before the beginning of what it goes on from.
    case beforeItBegan(Subject, EDTF)
    /// It has ended.
    case alreadyEnded(Subject, EDTF)
    /// It ends before something that happened to it.
    case wentOn(Subject, EDTF)
    /// A dispute names fewer than two organisations.
    case disputeNeedsTwo
}

extension WorkRefusal: RefusalReason {
    var rule: Rule {
        switch self {
        case .nothingToContinue, .beforeItBegan, .alreadyEnded, .wentOn: .lifeAllows
        case .disputeNeedsTwo: .disputeBetweenTwo
        }
    }

    var message: String {
        switch self {
        case .nothingToContinue(let subject): "\(subject) has no beginning that stands"
        case .beforeItBegan(let subject, let began): "\(subject) began later, \(began.short)"
        case .alreadyEnded(let subject, let ended):
            "\(subject) ended \(ended.short); what happened before that needs its date, with --occurred"
        case .wentOn(let subject, let step):
            "\(subject) went on after that, \(step.short); give the date at which it ended"
        case .disputeNeedsTwo: "a dispute names at least two organisations as its parties"
        }
    }

    var next: [String] {
        switch self {
        case .nothingToContinue(let subject), .beforeItBegan(let subject, _), .alreadyEnded(let subject, _),
            .wentOn(let subject, _):
            ["jvctl log \(subject)"]
        case .disputeNeedsTwo: []
        }
    }
}
