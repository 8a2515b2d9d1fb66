// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct AdviceRuleTests {
    @Test("Rule 74: advice is sought from someone else")
    func asksSomebodyElse() throws {
        var history = try History.acrossTheBoundary()
        let refusal = Refusal.activity(.asksItself(try key("provide")))
        #expect(refusal.rule.rawValue == 74)
        #expect(throws: Rejection.refused(refusal)) {
            try history.record(
                "advice.requested",
                "advice/",
                ["seeker": "provide", "source": "provide", "topic": "Evaluation"]
            )
        }
    }

    @Test func whatWasGivenStandsWithWhatWasSought() throws {
        var history = try History.acrossTheBoundary()
        try history.record(
            "advice.requested",
            "advice/",
            ["seeker": "provide", "source": "university", "topic": "Evaluation"],
            occurred: "2019-01/2019-04"
        )
        try history.record(
            "advice.given",
            "advice/AD-0001",
            ["org": "business-school", "benefit": "reformulation", "text": "Measure less"],
            occurred: "2019-05"
        )
        try history.record("advice.given", "advice/AD-0001", ["org": "sociology"], occurred: "2019-06")

        let advice = try #require(history.state.advice(try key("AD-0001")))
        #expect(advice.request.content.topic == .plain("Evaluation"))
        #expect(advice.answers.map(\.content.organisation.text) == ["business-school", "sociology"])
        #expect(advice.answers.map(\.content.benefit) == [.reformulation, nil])
    }

    @Test func rule211AdviceIsNotGivenBeforeItIsSought() throws {
        var history = try History.acrossTheBoundary()
        try history.record(
            "advice.requested",
            "advice/",
            ["seeker": "provide", "source": "university", "topic": "Evaluation"],
            occurred: "2019"
        )
        let subject = Subject(.advice, try key("AD-0001"))
        let refusal = Refusal.activity(.beforeItBegan(subject, began: try EDTF("2019")))
        #expect(throws: Rejection.refused(refusal)) {
            try history.record("advice.given", "advice/AD-0001", ["org": "university"], occurred: "2018")
        }
    }
}
