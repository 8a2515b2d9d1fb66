// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite("Surveys of who turns to whom")
struct SurveyRuleTests {
    private func surveyed() throws -> (history: History, survey: Key) {
        var history = try History.people(of: ["a", "a", "b", "b"])
        let survey = try history.survey([1, 2, 3])
        return (history, survey)
    }

    @Test("Rule 74: nobody names themselves")
    func noLoop() throws {
        var (history, survey) = try surveyed()
        let one = try #require(Subject(History.person(1)))
        let refusal = Refusal.network(.namesThemselves(one))
        #expect(refusal.rule.rawValue == 74)
        #expect(throws: Rejection.refused(refusal)) { try history.answer(survey, by: 1, naming: [2, 1]) }
        try history.answer(survey, by: 1, naming: [2])
    }

    @Test("Rule 75: who answers and who is named belong to the population")
    func withinPopulation() throws {
        var (history, survey) = try surveyed()
        let stranger = try #require(Subject(History.person(4)))
        let refusal = Refusal.network(.notAsked(stranger, survey))
        #expect(refusal.rule.rawValue == 75)
        #expect(throws: Rejection.refused(refusal)) { try history.answer(survey, by: 4, naming: [1]) }
        #expect(throws: Rejection.refused(refusal)) { try history.answer(survey, by: 1, naming: [2, 4]) }
        try history.record(
            "survey.extended",
            "survey/\(survey)",
            ["population": [.string(stranger.description)]]
        )
        try history.answer(survey, by: 1, naming: [2, 4])
        #expect(history.state.survey(survey)?.population.count == 4)
    }

    @Test(
        "Rule 75: an answer lies within the window, and where its date leaves that open there is a warning",
        arguments: [
            ("2011-07-04", [Int]()), ("2011-06", []), ("2011-08-31", []), ("2011", [75]),
            ("2011-05/2011-06", [75]), ("2011-05-31", nil), ("2011-09", nil), ("2012", nil),
        ] as [(String, [Int]?)]
    )
    func withinWindow(occurred: String, warnings: [Int]?) throws {
        var (history, survey) = try surveyed()
        if let warnings {
            #expect(
                try history.answer(survey, by: 1, naming: [], occurred: occurred).entry.warnings == warnings
            )
        } else {
            let window = try #require(history.state.survey(survey)?.window)
            #expect(throws: Rejection.refused(.network(.outsideWindow(survey, window)))) {
                try history.answer(survey, by: 1, naming: [], occurred: occurred)
            }
        }
    }

    @Test("Rule 75: a population is of one level, of two at least, and has nobody twice")
    func population() throws {
        var history = try History.people(of: ["a", "b"])
        try history.record(
            "post.defined",
            "post/nurse",
            ["title": "Nurse", "organisations": ["a"], "host": "a", "from": "2010"]
        )
        let assigned: JSON = ["role": "post/nurse", "person": "P-0001", "from": "2010"]
        try history.record("role.assigned", "assignment/", assigned, occurred: "2010")
        let open: (inout History, String, JSON) throws -> Void = { history, level, population in
            try history.record(
                "survey.opened",
                "survey/",
                [
                    "title": "x", "question": "y", "relation": "trust", "direction": "seekerToSource",
                    "level": .string(level), "population": population,
                ]
            )
        }
        for (level, population) in [
            ("person", ["person/P-0001"]), ("person", ["person/P-0001", "person/P-0001"]),
            ("person", ["person/P-0001", "organisation/a"]),
            ("organisation", ["person/P-0001", "organisation/a"]),
            ("person", ["person/P-0001", "assignment/A-0001"]),
        ] as [(String, JSON)] {
            #expect(throws: Rejection.self) { try open(&history, level, population) }
        }
        try open(&history, "person", ["person/P-0002", "assignment/A-0001"])
        try open(&history, "organisation", ["organisation/a", "organisation/b"])
    }

    @Test("Rule 76: a respondent answers once, and names everybody once")
    func once() throws {
        var (history, survey) = try surveyed()
        let two = try #require(Subject(History.person(2)))
        #expect(throws: Rejection.refused(.network(.namedTwice(two)))) {
            try history.answer(survey, by: 1, naming: [2, 3, 2])
        }
        try history.answer(survey, by: 2, naming: [])
        let refusal = Refusal.network(.answeredBefore(two, survey))
        #expect(refusal.rule.rawValue == 76)
        #expect(throws: Rejection.refused(refusal)) { try history.answer(survey, by: 2, naming: [1]) }
        let other = try history.survey([1, 2])
        try history.answer(other, by: 2, naming: [1])
    }

    @Test("A closed survey takes no later answers, but those that were given before")
    func closed() throws {
        var (history, survey) = try surveyed()
        try history.record("survey.closed", "survey/\(survey)", occurred: "2011-08-15")
        #expect(throws: Rejection.refused(.network(.surveyClosed(survey)))) {
            try history.answer(survey, by: 1, naming: [], occurred: "2011-08-20")
        }
        #expect(throws: Rejection.refused(.network(.surveyClosed(survey)))) {
            try history.record("survey.closed", "survey/\(survey)")
        }
        try history.answer(survey, by: 1, naming: [], occurred: "2011-08-10")
    }

    @Test("Answers to a survey that is missing are passed over")
    func partial() throws {
        var (history, survey) = try surveyed()
        let answer = try history.answer(survey, by: 1, naming: [2])
        var state = State()
        state.apply(answer.entry, answer.event)
        #expect(state.network == NetworkState())
    }

    @Test("Surveys are listed with who has not answered")
    func listed() throws {
        var (history, survey) = try surveyed()
        try history.answer(survey, by: 2, naming: [1])
        let report = try ask(ListSurveys.self, of: history)
        let row = try #require(report.rows.first)
        #expect(row.answered.count == 1)
        #expect(row.waiting.map(\.key.text) == ["P-0001", "P-0003"])
        #expect(row.rate.flatMap(decimal) == "0.333333333333")
        #expect(try ask(ListSurveys.self, of: history, at: "2011-05").rows.isEmpty)
        #expect(try ask(ListSurveys.self, of: history, at: "2011-06").rows.first?.answered.isEmpty == true)
    }
}
