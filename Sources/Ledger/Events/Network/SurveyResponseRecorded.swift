// SPDX-License-Identifier: Apache-2.0

/// A tie that a respondent reports: another member of the population, and how strong it is.
public struct ReportedTie: FieldGroup, Codable, Hashable {
    /// Whom the respondent names.
    public let to: Subject
    /// How strong the tie is, from 1 (seldom) to 5 (daily).
    public let strength: Int64?

    public init(_ fields: inout Fields) throws(FieldError) {
        to = try fields.subject(
            "to",
            of: [.person, .assignment, .organisation],
            "Whom the respondent names; a member of the population."
        )
        strength = try fields.optionalInteger(
            "strength",
            in: 1...5,
            "How strong the tie is, from 1 (weakest) to 5."
        )
    }
}

/// A respondent answered a survey.
///
/// It reports ties; each ends with the survey's window.
public struct SurveyResponseRecorded: Event, Codable, Hashable {
    public static let name = "survey.response.recorded"
    public static let kind = SubjectKind.survey
    public static let place = StreamPlace.continues
    public static let summary =
        "A member of a survey's population answered; without ties, the member was asked and named nobody."
    public static let rules: [Rule] = [.seekerIsNotSource, .tieInSurvey, .responseOnce, .lifeAllows]
    public static let command = "survey respond"

    /// Who answered.
    public let respondent: Subject
    /// Whom they named.
    public let ties: [ReportedTie]

    public init(_ fields: inout Fields) throws(FieldError) {
        respondent = try fields.subject(
            "respondent",
            of: [.person, .assignment, .organisation],
            "Who answered; a member of the population."
        )
        ties = try fields.list(
            "ties",
            of: ReportedTie.self,
            "Whom they named, each once; empty or absent when they named nobody."
        )
    }

    public func check(_ check: inout Check) throws(Refusal) {
        let key = check.entry.subject.key
        let survey = try check.demandOpenSurvey()
        let population = Set(survey.population)
        try check.demandWithinWindow(of: survey)
        var named: Set<Subject> = []
        for member in [respondent] + ties.map(\.to) {
            try check.demand(population.contains(member), .network(.notAsked(member, key)))
        }
        for tie in ties {
            try check.demand(tie.to != respondent, .network(.namesThemselves(respondent)))
            try check.demand(named.insert(tie.to).inserted, .network(.namedTwice(tie.to)))
        }
        try check.demand(survey.responses[respondent] == nil, .network(.answeredBefore(respondent, key)))
    }

    public func apply(_ entry: Entry, to state: inout State) {
        state.network.surveys[entry.subject.key]?.responses[respondent] = Recorded(self, entry)
    }
}

extension Check {
    /// Refuses an answer that was certainly given outside the survey's window, and warns where dates leave it
    /// open (rule 75).
    ///
    /// What is dated alike as the beginning of the window lies within it.
    mutating func demandWithinWindow(of survey: Survey) throws(Refusal) {
        let date = entry.happened
        let begun = survey.window.from?.isLater(than: date).negated ?? .yes
        let goesOn = survey.window.to.map { date.isEarlier(than: $0) } ?? .yes
        let refusal = Refusal.network(.outsideWindow(entry.subject.key, survey.window))
        try demand(begun.and(goesOn), refusal)
    }
}
