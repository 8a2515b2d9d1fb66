// SPDX-License-Identifier: Apache-2.0

/// A lesson is part of what people do.
public struct LessonEmbedded: Event, Codable, Hashable {
    public static let name = "lesson.embedded"
    public static let kind = SubjectKind.lesson
    public static let place = StreamPlace.continues
    public static let summary = """
        A lesson is embedded: integrated into what people do, retained over time, and demonstrated by evidence.
        """
    public static let rules: [Rule] = [.embeddedAfterAction, .lifeAllows]
    public static let command = "lesson embed"

    /// What shows it.
    public let evidence: [Key]
    /// How it shows.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        evidence = try fields.keys(
            "evidence",
            of: .evidence,
            "What shows that it is done and has lasted; the entry's sources count as well."
        )
        note = try fields.optionalText("note", "How it shows.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        guard let lesson = check.state.lesson(key) else {
            throw .learning(.nothingToContinue(check.entry.subject))
        }
        switch lesson.status {
        case .identified, .validated, .shared: throw .learning(.embeddedUnactioned(key, lesson.status))
        case .actioned: break
        case .embedded, .rejected, .retired:
            throw .learning(.lessonIs(lesson.status, key, cannotBecome: .embedded))
        }
        try check.demand(
            !evidence.isEmpty || !check.entry.sources.isEmpty,
            .learning(.embeddedWithoutEvidence(key))
        )
        let first = lesson.actions.map(\.happening).min(by: Happening.inOrder)
        if let done = first?.occurrence.date {
            try check.demand(
                check.entry.happened.isEarlier(than: done).negated,
                .learning(.embeddedBeforeAction(key, done))
            )
        }
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.learning.change(entry, to: .embedded) { $0.embedded = Recorded(self, entry) }
    }
}

/// A lesson was found not to be right.
public struct LessonRejected: Event, Codable, Hashable {
    public static let name = "lesson.rejected"
    public static let kind = SubjectKind.lesson
    public static let place = StreamPlace.continues
    public static let summary = "A lesson was found not to be right, before anything was done about it."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "lesson reject"

    /// Why.
    public let reason: Text

    public init(_ fields: inout Fields) throws(FieldError) {
        reason = try fields.text("reason", "Why it is not right.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let lesson = try check.demandLesson(becomes: .rejected)
        try check.demandNotBefore(lesson.stages.last.happening, check.entry.subject)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.learning.change(entry, to: .rejected) { _ in }
    }
}

/// A lesson no longer applies.
public struct LessonRetired: Event, Codable, Hashable {
    public static let name = "lesson.retired"
    public static let kind = SubjectKind.lesson
    public static let place = StreamPlace.continues
    public static let summary = "A lesson that was right no longer applies."
    public static let rules: [Rule] = [.lifeAllows]

    /// Why.
    public let reason: Text

    public init(_ fields: inout Fields) throws(FieldError) {
        reason = try fields.text("reason", "Why it no longer applies.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let lesson = try check.demandLesson(becomes: .retired)
        try check.demandNotBefore(lesson.stages.last.happening, check.entry.subject)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.learning.change(entry, to: .retired) { _ in }
    }
}

extension Check {
    /// The lesson that an entry goes on with; refuses a step that its status does not allow.
    func demandLesson(becomes next: LessonStatus) throws(Refusal) -> Lesson {
        let key = entry.subject.key
        guard let lesson = state.lesson(key) else { throw .learning(.nothingToContinue(entry.subject)) }
        try demand(
            lesson.status.next.contains(next),
            .learning(.lessonIs(lesson.status, key, cannotBecome: next))
        )
        return lesson
    }
}

extension LearningState {
    /// Notes a step in the life of a lesson, whose beginning may be missing.
    mutating func change(_ entry: Entry, to status: LessonStatus, _ note: (inout Lesson) -> Void) {
        guard var lesson = lessons[entry.subject.key] else { return }
        lesson.become(status, entry)
        note(&lesson)
        lessons[entry.subject.key] = lesson
    }
}
