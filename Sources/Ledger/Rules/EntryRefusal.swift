// SPDX-License-Identifier: Apache-2.0

/// Reasons for refusing that concern any entry.
public enum EntryRefusal: Hashable, Sendable {
    /// The stream has begun already.
    case exists(Subject)
    /// There is no such thing.
    case unknown(Subject, field: String)
    /// The entry starts after now and is not planned.
    case inFuture(String)
    /// Only the daemon records entries of this type.
    case systemOnly(type: String)
    /// What an organisation itself said is corrected on behalf of another.
    case saidByAnother(UInt64, Key)
    /// A correction is for other readers than what it corrects.
    case otherClassification(UInt64, Classification)
    /// There is no entry to correct at this position, or it is on another stream.
    case noSuchEntry(UInt64)
    /// Entries of this type stand for ever.
    case uncorrectable(UInt64, type: String)
    /// It has been retracted.
    case alreadyRetracted(UInt64)
    /// The new content is not what the type declares.
    case contentInvalid(FieldError)
    /// A later entry would not have been recorded without this one as it was.
    case laterEntryStands(position: UInt64, type: String, reason: String)
    /// Implementation has begun; supersede instead.
    case implementationStarted(Key)
    /// A dispute needs two different entries.
    case disputeNeedsTwo
    /// The entry that is said to stand is not among the disputed ones.
    case notInDispute(UInt64)
    /// The dispute is settled.
    case alreadySettled(Key)
    /// What is a warning otherwise is asked for by the law whose profile the charter names.
    case profileDemands(Rule, Profile)
}

extension EntryRefusal: RefusalReason {
    var rule: Rule {
        switch self {
        case .exists: .streamBegins
        case .unknown: .referenceExists
        case .inFuture: .notInFuture
        case .systemOnly: .systemOnly
        case .saidByAnother: .actsForItself
        case .noSuchEntry, .uncorrectable, .alreadyRetracted, .otherClassification, .contentInvalid,
            .laterEntryStands:
            .correctionKeepsHistory
        case .implementationStarted: .correctBeforeImplementation
        case .disputeNeedsTwo, .notInDispute, .alreadySettled: .claimsInDispute
        case .profileDemands(let rule, _): rule
        }
    }

    var message: String {
        switch self {
        case .exists(let subject): "\(subject) exists already"
        case .unknown(let subject, let field): "\(field): there is no \(subject)"
        case .inFuture(let date): "\(date) has not come yet; what lies ahead has the basis planned"
        case .systemOnly(let type): "\(type) is recorded by jvledgerd itself"
        case .saidByAnother(let position, let organisation):
            "entry \(position) is what \(organisation) itself said; only what is recorded for "
                + "\(organisation) corrects or retracts it"
        case .otherClassification(let position, let classification):
            "the readers of entry \(position) are \(classification); those of its correction must be the same"
        case .noSuchEntry(let position): "entry \(position) is not there or is on another stream"
        case .uncorrectable(let position, let type): "entry \(position) (\(type)) stands for ever"
        case .alreadyRetracted(let position): "entry \(position) has been retracted; record it anew"
        case .contentInvalid(let error): "the new content is not valid: \(error)"
        case .laterEntryStands(let position, let type, let reason):
            "entry \(position) (\(type)) stands on it and would be refused: \(reason)"
        case .implementationStarted(let key):
            "implementation of \(key) has started; supersede the decision instead"
        case .disputeNeedsTwo: "a dispute links at least two different entries"
        case .notInDispute(let position): "entry \(position) is not among the disputed ones"
        case .alreadySettled(let key): "\(key) is settled"
        case .profileDemands(let rule, let profile):
            "\(rule.text) (profile \(profile.rawValue): "
                + profile.provisions(for: rule).map { "\($0.citation), \($0.demand)" }.joined(separator: "; ")
                + ")"
        }
    }

    var next: [String] {
        switch self {
        case .laterEntryStands(let position, _, _): ["jvctl log \(position)"]
        case .implementationStarted: ["jvctl decision propose TITLE"]
        case .exists, .unknown, .inFuture, .systemOnly, .saidByAnother, .otherClassification, .noSuchEntry,
            .uncorrectable, .alreadyRetracted, .contentInvalid, .disputeNeedsTwo, .notInDispute,
            .alreadySettled, .profileDemands:
            []
        }
    }
}
