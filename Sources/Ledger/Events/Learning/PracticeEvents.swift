// SPDX-License-Identifier: Apache-2.0

/// A practice was put forward by its author.
public struct PracticeSubmitted: Event, Codable, Hashable {
    public static let name = "practice.submitted"
    public static let kind = SubjectKind.practice
    public static let place = StreamPlace.anywhere
    public static let summary = """
        A way of doing something that solved a problem was put forward; one that was returned is submitted again under \
        its own key.
        """
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "practice submit"

    /// What it is called.
    public let title: Text
    /// The problem that it solves.
    public let problem: Text
    /// How it solves it.
    public let solution: Text
    /// Where and under what circumstances it works.
    public let context: Text?
    /// The decision that it came of.
    public let decision: Key?
    /// Whose it is.
    public let authorship: Authorship

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.text("title", "What the practice is called.")
        problem = try fields.text("problem", "The problem that it solves.")
        solution = try fields.text("solution", "How it solves it.")
        context = try fields.optionalText("context", "Where and under what circumstances it works.")
        decision = try fields.optionalKey("decision", of: .decision, "The decision that it came of.")
        authorship = try Authorship(&fields)
    }

    public func check(_ check: inout Check) throws(Refusal) {
        guard let practice = check.state.practice(check.entry.subject.key) else { return }
        try check.demandStep(practice, becomes: .submitted)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        let submission = Recorded(self, entry)
        state.link(decision: decision, to: entry.subject)
        guard var practice = state.learning.practices[entry.subject.key] else {
            state.learning.practices[entry.subject.key] = Practice(submission)
            return
        }
        practice.earlier.append(practice.submitted)
        practice.submitted = submission
        practice.stages.become(.submitted, entry)
        state.learning.practices[entry.subject.key] = practice
    }
}

/// A practice was found sound.
public struct PracticeValidated: Event, Codable, Hashable {
    public static let name = "practice.validated"
    public static let kind = SubjectKind.practice
    public static let place = StreamPlace.continues
    public static let summary = "Somebody other than its author found a practice sound."
    public static let rules: [Rule] = [.endedRoleCannotAct, .validatedByOther, .lifeAllows]
    public static let command = "practice validate"

    /// Who found it sound.
    public let party: ActingParty
    /// More about it.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        party = try ActingParty(&fields)
        note = try fields.optionalText("note", "What the validation rests on.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let practice = try check.demandPractice(becomes: .validated)
        try check.demandOther(party, than: practice.submitted.content.authorship)
    }

    public func apply(_ entry: Entry, to state: inout State) { state.learning.change(entry, to: .validated) }
}

/// A practice was given back to its author.
public struct PracticeReturned: Event, Codable, Hashable {
    public static let name = "practice.returned"
    public static let kind = SubjectKind.practice
    public static let place = StreamPlace.continues
    public static let summary = "A practice was given back to its author, to be submitted again."
    public static let rules: [Rule] = [.endedRoleCannotAct, .validatedByOther, .lifeAllows]
    public static let command = "practice return"

    /// Who gave it back.
    public let party: ActingParty
    /// Why.
    public let reason: Text

    public init(_ fields: inout Fields) throws(FieldError) {
        party = try ActingParty(&fields)
        reason = try fields.text("reason", "What is missing or wrong.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let practice = try check.demandPractice(becomes: .returned)
        try check.demandOther(party, than: practice.submitted.content.authorship)
    }

    public func apply(_ entry: Entry, to state: inout State) { state.learning.change(entry, to: .returned) }
}

/// A practice was published.
public struct PracticePublished: Event, Codable, Hashable {
    public static let name = "practice.published"
    public static let kind = SubjectKind.practice
    public static let place = StreamPlace.continues
    public static let summary = "A practice that was found sound was published, for others to take up."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "practice publish"

    /// Where.
    public let channel: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        channel = try fields.optionalText("channel", "Where it was published.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        _ = try check.demandPractice(becomes: .published)
    }

    public func apply(_ entry: Entry, to state: inout State) { state.learning.change(entry, to: .published) }
}

/// A practice is no longer recommended.
public struct PracticeRetired: Event, Codable, Hashable {
    public static let name = "practice.retired"
    public static let kind = SubjectKind.practice
    public static let place = StreamPlace.continues
    public static let summary = "A practice is no longer recommended."
    public static let rules: [Rule] = [.lifeAllows]

    /// Why.
    public let reason: Text

    public init(_ fields: inout Fields) throws(FieldError) {
        reason = try fields.text("reason", "Why it is no longer recommended.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        _ = try check.demandPractice(becomes: .retired)
    }

    public func apply(_ entry: Entry, to state: inout State) { state.learning.change(entry, to: .retired) }
}

extension Check {
    /// The practice that an entry goes on with; refuses a step that its status does not allow.
    func demandPractice(becomes next: PracticeStatus) throws(Refusal) -> Practice {
        guard let practice = state.practice(entry.subject.key) else {
            throw .learning(.nothingToContinue(entry.subject))
        }
        try demandStep(practice, becomes: next)
        return practice
    }

    /// Refuses a step that the status does not allow, or that is dated before the last.
    fileprivate func demandStep(_ practice: Practice, becomes next: PracticeStatus) throws(Refusal) {
        try demand(
            practice.status.next.contains(next),
            .learning(.practiceIs(practice.status, entry.subject.key, cannotBecome: next))
        )
        try demandNotBefore(practice.stages.last.happening, entry.subject)
    }
}

extension LearningState {
    fileprivate mutating func change(_ entry: Entry, to status: PracticeStatus) {
        practices[entry.subject.key]?.stages.become(status, entry)
    }
}
