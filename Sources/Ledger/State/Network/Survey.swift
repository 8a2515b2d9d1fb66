// SPDX-License-Identifier: Apache-2.0

/// A survey of who turns to whom, with what was answered.
public struct Survey: Hashable, Codable, Sendable {
    /// What is asked, and of whom.
    public let opened: Recorded<SurveyOpened>
    /// The time to which the ties belong; it begins with the survey unless it says otherwise.
    public let window: Validity
    /// That more people or organisations were asked, in the order of recording.
    public internal(set) var extensions: [Recorded<SurveyExtended>] = []
    /// The answers, by who gave them.
    public internal(set) var responses: LayeredMap<Subject, Recorded<SurveyResponseRecorded>> = [:]
    /// That no more answers are taken; nil while that is not said.
    public internal(set) var closed: Recorded<SurveyClosed>?

    init(_ opened: Recorded<SurveyOpened>, window: Validity) {
        self.opened = opened
        self.window = window
    }

    /// Everybody who is asked and may be named, each once and in order.
    public var population: [Subject] {
        Set(opened.content.population + extensions.flatMap(\.content.population)).sorted()
    }

    /// The answers that have or may have been given at `t`, by who gave them.
    public func responses(at t: Timestamp) -> [Recorded<SurveyResponseRecorded>] {
        responses.values.filter { $0.happening.happened(at: t) != .no }
            .sorted { $0.content.respondent < $1.content.respondent }
    }
}

extension State {
    /// The survey with this key.
    public func survey(_ key: Key) -> Survey? { network.surveys[key] }

    /// Whom a member of a survey's population stands for: of an assignment, the person who has it.
    func member(_ subject: Subject) -> Subject {
        guard subject.kind == .assignment, let person = roles.assignments[subject.key]?.person else {
            return subject
        }
        return Subject(.person, person)
    }
}
