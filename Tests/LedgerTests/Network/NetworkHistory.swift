// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

extension History {
    /// A ledger in which people of these organisations are registered: P-0001 of the first, and so on.
    static func people(of organisations: [String]) throws -> History {
        var history = try History()
        for key in Set(organisations).sorted() {
            try history.record(
                "organisation.registered",
                "organisation/\(key)",
                ["title": .string("Organisation \(key)"), "kind": "provider"]
            )
        }
        for key in organisations {
            try history.record("person.registered", "person/", ["organisation": .string(key)])
        }
        return history
    }

    /// Opens a survey over the summer of 2011, of the people with these numbers.
    @discardableResult
    mutating func survey(
        _ numbers: [Int],
        _ direction: SurveyDirection = .seekerToSource,
        relation: TieRelation = .advice,
        window: (from: String, to: String) = ("2011-06", "2011-09")
    ) throws -> Key {
        let data: JSON = [
            "title": "Advice network", "question": "To whom do you turn for advice?",
            "relation": .string(relation.rawValue), "direction": .string(direction.rawValue),
            "level": "person", "population": .array(numbers.map { .string(Self.person($0)) }),
            "from": .string(window.from), "to": .string(window.to),
        ]
        return try record("survey.opened", "survey/", data).entry.subject.key
    }

    /// Records that somebody answered and whom they named.
    @discardableResult
    mutating func answer(
        _ survey: Key,
        by respondent: Int,
        naming named: [Int],
        occurred: String = "2011-07"
    ) throws -> Accepted {
        let ties = named.map { JSON.object(JSONObject([("to", .string(Self.person($0)))])) }
        return try record(
            "survey.response.recorded",
            "survey/\(survey)",
            ["respondent": .string(Self.person(respondent)), "ties": .array(ties)],
            occurred: occurred
        )
    }

    /// The person with a number, as a subject.
    static func person(_ number: Int) -> String {
        let digits = String(number)
        return "person/P-" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
