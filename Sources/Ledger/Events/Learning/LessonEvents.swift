// SPDX-License-Identifier: Apache-2.0

/// Something was found to be worth learning.
public struct LessonIdentified: Event, Codable, Hashable {
    public static let name = "lesson.identified"
    public static let kind = SubjectKind.lesson
    public static let place = StreamPlace.begins
    public static let summary = "Something was found to be worth learning."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "lesson add"

    /// What a lesson can be learnt from.
    static let origins: [SubjectKind] = [
        .advice, .barrier, .benefit, .boundary, .commitment, .consultation, .decision, .dispute, .enabler,
        .finding,
        .initiative, .knowledge, .meeting, .misconception, .practice, .reflection, .tool,
    ]

    /// What it is, in one line.
    public let title: Text
    /// What is to be learnt, at length.
    public let statement: Text?
    /// What it was learnt from.
    public let origin: Subject?
    /// Whose it is.
    public let authorship: Authorship
    /// The service interface that it concerns.
    public let interface: Key?
    /// The barrier that it concerns.
    public let barrier: Key?
    /// The earlier lesson that it repeats.
    public let repeats: Key?

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.text("title", "What is to be learnt, in one line.")
        statement = try fields.optionalText("statement", "What is to be learnt, at length.")
        origin = try fields.optionalSubject(
            "origin",
            of: Self.origins,
            "What it was learnt from, such as an after-action review or a finding."
        )
        authorship = try Authorship(&fields)
        interface = try fields.optionalKey(
            "interface",
            of: .interface,
            "The service interface that it concerns."
        )
        barrier = try fields.optionalKey("barrier", of: .barrier, "The barrier that it concerns.")
        repeats = try fields.optionalKey("repeats", of: .lesson, "The earlier lesson that it says once more.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        guard let repeats else { return }
        let first = check.state.firstLesson(of: repeats)
        try check.demand(repeats != key && first != key, .learning(.repeatsItself(key)))
        guard let earlier = check.state.lesson(repeats) else { return }
        try check.demandNotBefore(earlier.identified.happening, Subject(.lesson, repeats))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.learning.lessons[entry.subject.key] = Lesson(Recorded(self, entry))
    }
}

/// A lesson was found right.
public struct LessonValidated: Event, Codable, Hashable {
    public static let name = "lesson.validated"
    public static let kind = SubjectKind.lesson
    public static let place = StreamPlace.continues
    public static let summary = "Somebody other than its author found a lesson right."
    public static let rules: [Rule] = [.endedRoleCannotAct, .validatedByOther, .lifeAllows]
    public static let command = "lesson validate"

    /// Who found it right.
    public let party: ActingParty
    /// More about it.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        party = try ActingParty(&fields)
        note = try fields.optionalText("note", "What the validation rests on.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let lesson = try check.demandLesson(becomes: .validated)
        try check.demandNotBefore(lesson.identified.happening, check.entry.subject)
        try check.demandOther(party, than: lesson.identified.content.authorship)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.learning.change(entry, to: .validated) { $0.validated = Recorded(self, entry) }
    }
}

/// A lesson was shared.
public struct LessonShared: Event, Codable, Hashable {
    public static let name = "lesson.shared"
    public static let kind = SubjectKind.lesson
    public static let place = StreamPlace.continues
    public static let summary = "Organisations were told of a lesson."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "lesson share"

    /// The organisations that were told.
    public let organisations: [Key]
    /// How.
    public let channel: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        organisations = try fields.keys(
            "organisations",
            of: .organisation,
            required: true,
            "The organisations or units that were told."
        )
        channel = try fields.optionalText(
            "how",
            "How they were told, such as in a briefing or at a workshop."
        )
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let lesson = try check.demandLesson(becomes: .shared)
        try check.demandNotBefore(lesson.foundRight, check.entry.subject)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.learning.change(entry, to: .shared) { $0.sharings.append(Recorded(self, entry)) }
    }
}

/// Something was done about a lesson.
public struct LessonActioned: Event, Codable, Hashable {
    public static let name = "lesson.actioned"
    public static let kind = SubjectKind.lesson
    public static let place = StreamPlace.continues
    public static let summary = "Something was done about a lesson."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "lesson action"

    /// The decision by which it was done.
    public let decision: Key?
    /// The commitment under which it was done.
    public let commitment: Key?
    /// What was done.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        decision = try fields.optionalKey("decision", of: .decision, "The decision by which it was done.")
        commitment = try fields.optionalKey(
            "commitment",
            of: .commitment,
            "The commitment under which it was done."
        )
        note = try fields.optionalText("note", "What was done.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let lesson = try check.demandLesson(becomes: .actioned)
        try check.demandNotBefore(lesson.foundRight, check.entry.subject)
        try check.demand(
            decision != nil || commitment != nil || note != nil,
            .learning(.nothingDone(check.entry.subject.key))
        )
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.learning.change(entry, to: .actioned) { $0.actions.append(Recorded(self, entry)) }
        state.link(decision: decision, to: entry.subject)
    }
}

extension Lesson {
    /// From when others could act on it: when it was found right, or identified where that is not among the
    /// entries.
    fileprivate var foundRight: Happening { validated?.happening ?? identified.happening }
}
