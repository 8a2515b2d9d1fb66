// SPDX-License-Identifier: Apache-2.0

/// Reasons for refusing that concern communities, lessons, practices, principles and recognition.
public enum LearningRefusal: Hashable, Sendable {
    /// What this goes on from no longer stands.
    case nothingToContinue(Subject)
    /// The event was held.
    case heldAlready(Key)
    /// Whoever validates it or gives it back is its author.
    case validatedByAuthor(Subject)
    /// The lesson's status does not allow the step.
    case lessonIs(LessonStatus, Key, cannotBecome: LessonStatus)
    /// A lesson repeats itself, directly or by way of others.
    case repeatsItself(Key)
    /// Nothing says what was done about a lesson.
    case nothingDone(Key)
    /// A lesson is to be embedded about which nothing was done.
    case embeddedUnactioned(Key, LessonStatus)
    /// A lesson is embedded before anything was done about it.
    case embeddedBeforeAction(Key, EDTF)
    /// Nothing shows that a lesson is embedded.
    case embeddedWithoutEvidence(Key)
    /// The practice's status does not allow the step.
    case practiceIs(PracticeStatus, Key, cannotBecome: PracticeStatus)
    /// The practice was retired before.
    case practiceRetired(Key)
    /// The practice is not published.
    case notPublished(Key)
    /// The adoption is dated before the publication.
    case adoptedBeforePublished(Key, EDTF)
    /// An organisation adopts what is its own.
    case adoptsItsOwn(Key, Key)
    /// The organisation has adopted the practice.
    case adoptedAlready(Key, Key)
    /// The organisation has not adopted the practice or the tool.
    case notAdopted(Subject, by: Key)
    /// The organisation belongs to the community.
    case memberAlready(Key, Key)
    /// The organisation does not belong to the community.
    case noMember(Key, Key)
    /// The community was closed.
    case communityClosed(Key)
    /// No phase has this number.
    case noPhase(Int)
    /// The link to a principle does not count any more.
    case unlinkedAlready(Key)
}

extension LearningRefusal: RefusalReason {
    var rule: Rule {
        switch self {
        case .nothingToContinue, .heldAlready, .lessonIs, .repeatsItself, .nothingDone, .practiceIs,
            .practiceRetired, .adoptedAlready, .notAdopted, .memberAlready, .noMember, .communityClosed,
            .unlinkedAlready:
            .lifeAllows
        case .validatedByAuthor: .validatedByOther
        case .embeddedUnactioned, .embeddedBeforeAction, .embeddedWithoutEvidence: .embeddedAfterAction
        case .notPublished, .adoptedBeforePublished, .adoptsItsOwn: .adoptionByOther
        case .noPhase: .referenceExists
        }
    }

    var message: String {
        switch self {
        case .nothingToContinue(let subject): "\(subject) has no beginning that stands"
        case .heldAlready(let key):
            "knowledge/\(key) was held already; record another event under a key of its own"
        case .validatedByAuthor(let subject):
            "the author of \(subject) cannot judge it; somebody else can, as org with by or person"
        case .lessonIs(let status, let key, let next):
            "lesson/\(key) is \(status.rawValue) and cannot become \(next.rawValue); \(Self.steps(status.next))"
        case .repeatsItself(let key): "lesson/\(key) would repeat itself; name an earlier lesson in repeats"
        case .nothingDone(let key):
            "nothing says what was done about lesson/\(key); give a decision, a commitment or a note"
        case .embeddedUnactioned(let key, let status):
            "lesson/\(key) is \(status.rawValue): nothing was done about it yet, so it cannot be embedded"
        case .embeddedBeforeAction(let key, let date):
            "lesson/\(key) was acted on later, \(date.short); it is embedded after that"
        case .embeddedWithoutEvidence(let key):
            "nothing shows that lesson/\(key) is embedded; name evidence or a source"
        case .practiceIs(let status, let key, let next):
            "practice/\(key) is \(status.rawValue) and cannot become \(next.rawValue); \(Self.steps(status.next))"
        case .practiceRetired(let key): "practice/\(key) was retired before"
        case .notPublished(let key): "practice/\(key) is not published; it can be adopted once it is"
        case .adoptedBeforePublished(let key, let date):
            "practice/\(key) was published later, \(date.short)"
        case .adoptsItsOwn(let key, let organisation):
            "practice/\(key) comes from the organisation of \(organisation) itself; that is use, not adoption"
        case .adoptedAlready(let key, let organisation):
            "\(organisation) has adopted practice/\(key) and not abandoned it"
        case .notAdopted(let subject, let organisation): "\(organisation) has not adopted \(subject)"
        case .memberAlready(let organisation, let key): "\(organisation) belongs to community/\(key) already"
        case .noMember(let organisation, let key): "\(organisation) does not belong to community/\(key)"
        case .communityClosed(let key): "community/\(key) was closed before"
        case .noPhase(let ordinal): "the venture has no phase \(ordinal); declare it first"
        case .unlinkedAlready(let key): "principle/\(key) does not count any more"
        }
    }

    /// What may come next, as the end of a sentence.
    private static func steps<Status: RawRepresentable<String>>(_ next: [Status]) -> String {
        next.isEmpty
            ? "nothing comes after that" : "next it is \(next.map(\.rawValue).joined(separator: " or "))"
    }

    var next: [String] {
        switch self {
        case .nothingToContinue(let subject): ["jvctl log \(subject)"]
        case .heldAlready(let key): ["jvctl log knowledge/\(key)"]
        case .unlinkedAlready(let key): ["jvctl log principle/\(key)"]
        case .lessonIs(_, let key, _): ["jvctl log lesson/\(key)"]
        case .practiceIs(_, let key, _), .practiceRetired(let key), .adoptedBeforePublished(let key, _),
            .adoptedAlready(let key, _):
            ["jvctl log practice/\(key)"]
        case .embeddedUnactioned(let key, let status):
            status == .identified
                ? ["jvctl lesson validate \(key)", "jvctl lesson action \(key)"]
                : ["jvctl lesson action \(key)"]
        case .embeddedWithoutEvidence(let key): ["jvctl lesson embed \(key) --evidence E-0001"]
        case .notPublished(let key): ["jvctl practice publish \(key)"]
        case .adoptsItsOwn(let key, let organisation): ["jvctl practice use \(key) \(organisation)"]
        case .memberAlready(_, let key), .noMember(_, let key), .communityClosed(let key):
            ["jvctl log community/\(key)"]
        case .noPhase: ["jvctl record phase.declared"]
        case .notAdopted(let subject, _): ["jvctl log \(subject)"]
        case .validatedByAuthor, .repeatsItself, .nothingDone, .embeddedBeforeAction: []
        }
    }
}
