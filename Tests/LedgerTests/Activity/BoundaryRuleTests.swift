// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct BoundaryRuleTests {
    @Test("Rule 73: an action connects two different organisations")
    func connectsTwo() throws {
        var history = try History.acrossTheBoundary()
        let refusal = Refusal.activity(.connectsItself(try key("provide")))
        #expect(refusal.rule.rawValue == 73)
        #expect(throws: Rejection.refused(refusal)) {
            try history.act(broker: "university", from: "provide", to: "provide")
        }
        #expect(history.state.activity == ActivityState())
    }

    @Test("Rule 73: organisations are compared as recorded, so that two units of one may be connected")
    func connectsUnits() throws {
        var history = try History.acrossTheBoundary()
        let action = try history.act(broker: "provide", from: "sociology", to: "business-school")
        #expect(history.state.boundaryAction(action) != nil)
    }

    @Test(
        "Rule 77: effort of more than 24 hours a day is recorded with a warning",
        arguments: [
            ("2019-05-01", 1_440, []), ("2019-05-01", 1_441, [77]), ("2019-02", 28 * 1_440, []),
            ("2019-02", 28 * 1_440 + 1, [77]), ("../2019", 9_000_000, []), (nil, 1_440, []),
            (nil, 1_441, [77]),
        ] as [(String?, Int64, [Int])]
    )
    func rule77WarnsOfMoreThan24HoursADay(occurred: String?, minutes: Int64, warnings: [Int]) throws {
        var history = try History.acrossTheBoundary()
        let data: JSON = [
            "kind": "coLocation", "title": "Sat together", "org": "council", "fromOrganisation": "council",
            "toOrganisation": "provide", "effortMinutes": .integer(minutes),
        ]
        let accepted = try history.record("boundary.action.recorded", "boundary/", data, occurred: occurred)
        #expect(accepted.entry.warnings == warnings)
    }

    @Test func effortIsNeverNegative() throws {
        var history = try History.acrossTheBoundary()
        #expect(throws: Rejection.self) {
            try history.record(
                "boundary.action.recorded",
                "boundary/",
                [
                    "kind": "coLocation", "title": "Sat together", "org": "council",
                    "fromOrganisation": "council", "toOrganisation": "provide", "effortMinutes": -1,
                ]
            )
        }
    }

    @Test func rule202AnOutcomeNeedsAStream() throws {
        var history = try History.acrossTheBoundary()
        let subject = Subject(.boundary, try key("BA-0001"))
        #expect(throws: Rejection.refused(.entry(.unknown(subject, field: "subject")))) {
            try history.record("boundary.outcome.recorded", "boundary/BA-0001", ["result": "landed"])
        }
    }

    @Test("Rule 78: an outcome needs an action that stands")
    func outcomeOfAnAction() throws {
        var history = try History.acrossTheBoundary()
        let action = try history.act(broker: "university", from: "provide", to: "council")
        let position = history.state.size - 1
        var outcomes = history
        let outcome = try outcomes.record(
            "boundary.outcome.recorded",
            "boundary/\(action)",
            ["result": "landed"]
        )
        #expect(outcomes.state.boundaryAction(action)?.outcome()?.content.result == .landed)

        try history.record(
            "entry.retracted",
            "boundary/\(action)",
            ["entry": .integer(Int64(position)), "explanation": "It was another one"]
        )
        let refusal = Refusal.entry(.unknown(Subject(.boundary, action), field: "subject"))
        #expect(throws: Rejection.refused(refusal)) { _ = try history.replayed.decide(outcome.entry) }
    }

    @Test func anOutcomeOfAnActionThatIsMissingIsPassedOver() throws {
        var history = try History.acrossTheBoundary()
        let action = try history.act(broker: "university", from: "provide", to: "council")
        let outcome = try history.record(
            "boundary.outcome.recorded",
            "boundary/\(action)",
            ["result": "landed"]
        )
        var partial = State()
        partial.apply(outcome.entry, outcome.event)
        #expect(partial.activity == ActivityState())
    }

    @Test func rule211AnOutcomeDoesNotPrecedeItsAction() throws {
        var history = try History.acrossTheBoundary()
        let action = try history.act(broker: "university", from: "provide", to: "council", occurred: "2012")
        let refusal = Refusal.activity(
            .beforeItBegan(Subject(.boundary, action), began: try EDTF("2012"))
        )
        #expect(refusal.rule.rawValue == 211)
        #expect(throws: Rejection.refused(refusal)) {
            try history.record(
                "boundary.outcome.recorded",
                "boundary/\(action)",
                ["result": "landed"],
                occurred: "2011"
            )
        }
        let within = try history.record(
            "boundary.outcome.recorded",
            "boundary/\(action)",
            ["result": "landed"],
            occurred: "2012-03"
        )
        #expect(within.entry.warnings.isEmpty)
    }

    @Test func rule202EveryOrganisationNamedIsRegistered() throws {
        var history = try History.acrossTheBoundary()
        let stranger = Subject(.organisation, try key("stranger"))
        #expect(throws: Rejection.refused(.entry(.unknown(stranger, field: "toOrganisation")))) {
            try history.act(broker: "university", from: "provide", to: "stranger")
        }
    }
}
