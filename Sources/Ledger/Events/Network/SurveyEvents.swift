// SPDX-License-Identifier: Apache-2.0

/// What joins two people or organisations, according to a survey.
public enum TieRelation: String, CaseIterable, Codable, Sendable {
    case advice, collaboration, trust, reportsTo, knowledge
}

/// Which way round a survey asks.
public enum SurveyDirection: String, CaseIterable, Codable, Sendable {
    /// Whom do you go to: respondents name their sources.
    case seekerToSource
    /// Who comes to you: respondents name those whose source they are.
    case sourceToSeeker
}

/// Between whom a survey's ties are.
public enum SurveyLevel: String, CaseIterable, Codable, Sendable {
    /// People, named as such or by the assignment in which they answer.
    case person
    /// Organisations or units.
    case organisation

    /// The kinds of subjects that belong to its population.
    var kinds: [SubjectKind] {
        switch self {
        case .person: [.person, .assignment]
        case .organisation: [.organisation]
        }
    }
}

/// A survey is opened.
///
/// The question as it is worded, the way round it asks, everybody who is asked and the time it asks about are
/// part of every figure that is computed from the answers (J. Cross, S. Borgatti and A. Parker, Beyond answers,
/// Social Networks 23, 2001, on why the wording decides what a tie means).
public struct SurveyOpened: Event, Codable, Hashable {
    public static let name = "survey.opened"
    public static let kind = SubjectKind.survey
    public static let place = StreamPlace.begins
    public static let summary = "A survey asks a population who turns to whom."
    public static let rules: [Rule] = [.tieInSurvey, .lifeAllows]
    public static let command = "survey open"

    /// What it is called.
    public let title: Text
    /// The question as respondents read it.
    public let question: Text
    /// What joins those who are named.
    public let relation: TieRelation
    /// Which way round it asks.
    public let direction: SurveyDirection
    /// Between whom ties are.
    public let level: SurveyLevel
    /// Everybody who is asked and may be named.
    public let population: [Subject]
    /// The time to which the ties belong.
    public let window: Validity

    public init(_ fields: inout Fields) throws(FieldError) {
        title = try fields.text("title", "What the survey is called.")
        question = try fields.text("question", "The question, word by word as respondents read it.")
        relation = try fields.choice("relation", TieRelation.self, "What joins those who are named.")
        direction = try fields.choice(
            "direction",
            SurveyDirection.self,
            "seekerToSource when it asks whom one goes to, sourceToSeeker when it asks who comes."
        )
        level = try fields.choice(
            "level",
            SurveyLevel.self,
            "Whether ties are between people or organisations."
        )
        population = try fields.subjects(
            "population",
            of: [.person, .assignment, .organisation],
            "Everybody who is asked and may be named; at least two, and survey.extended adds more."
        )
        window = try fields.validity(
            "From when on its answers count, and the ties they report; the date of the entry when absent."
        )
    }

    public func check(_ check: inout Check) throws(Refusal) {
        try check.demand(Set(population).count >= 2, .network(.populationTooSmall(check.entry.subject.key)))
        try check.demandPopulation(population, level)
        try check.demandLasting(window.since(check.entry))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.network.surveys[entry.subject.key] = Survey(Recorded(self, entry), window: window.since(entry))
    }
}

/// More are asked by a survey.
public struct SurveyExtended: Event, Codable, Hashable {
    public static let name = "survey.extended"
    public static let kind = SubjectKind.survey
    public static let place = StreamPlace.continues
    public static let summary = "A survey asks more people or organisations, whom an entry had no room for."
    public static let rules: [Rule] = [.tieInSurvey, .lifeAllows]

    /// Those who are asked and may be named besides.
    public let population: [Subject]

    public init(_ fields: inout Fields) throws(FieldError) {
        population = try fields.subjects(
            "population",
            of: [.person, .assignment, .organisation],
            "Those who are asked and may be named besides; at least one."
        )
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let survey = try check.demandOpenSurvey()
        try check.demand(!population.isEmpty, .network(.extendsByNobody(check.entry.subject.key)))
        try check.demandPopulation(survey.population + population, survey.opened.content.level)
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.network.surveys[entry.subject.key]?.extensions.append(Recorded(self, entry))
    }
}

/// A survey takes no more answers.
public struct SurveyClosed: Event, Codable, Hashable {
    public static let name = "survey.closed"
    public static let kind = SubjectKind.survey
    public static let place = StreamPlace.continues
    public static let summary = "A survey takes no more answers; who has not answered by then is unknown."
    public static let rules: [Rule] = [.lifeAllows]
    public static let command = "survey close"

    /// More about it.
    public let note: Text?

    public init(_ fields: inout Fields) throws(FieldError) {
        note = try fields.optionalText("note", "More about it, such as why some did not answer.")
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let survey = try check.demandSurvey()
        try check.demand(survey.closed == nil, .network(.surveyClosed(check.entry.subject.key)))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.network.surveys[entry.subject.key]?.closed = Recorded(self, entry)
    }
}

extension Check {
    /// The survey that the entry goes on with.
    func demandSurvey() throws(Refusal) -> Survey {
        guard let survey = state.survey(entry.subject.key) else {
            throw .network(.nothingToContinue(entry.subject))
        }
        return survey
    }

    /// The survey that the entry goes on with, unless it was closed before that happened.
    func demandOpenSurvey() throws(Refusal) -> Survey {
        let survey = try demandSurvey()
        let isClosed = survey.closed.map { $0.happening.certainlyPrecedes(Happening(entry)) } ?? false
        try demand(!isClosed, .network(.surveyClosed(entry.subject.key)))
        return survey
    }

    /// Refuses a population with members of another level, or the same person in two ways (rule 75).
    func demandPopulation(_ population: [Subject], _ level: SurveyLevel) throws(Refusal) {
        var members: [Subject: Subject] = [:]
        for subject in population {
            try demand(level.kinds.contains(subject.kind), .network(.otherLevel(subject, level)))
            let member = state.member(subject)
            let other = members.updateValue(subject, forKey: member) ?? subject
            try demand(other == subject, .network(.samePersonTwice(subject, other)))
        }
    }
}
