// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct AdviceListTests {
    /// The council asked the trust, which answered in May 2019; that was partly followed in D-0001 in 2020.
    private static func history() throws -> History {
        var history = try History.withMatter()
        for topic in ["Evaluation", "Training"] {
            try history.record(
                "advice.requested",
                "advice/",
                ["seeker": "council", "source": "trust", "topic": .string(topic)],
                occurred: "2019-04"
            )
        }
        try history.record(
            "advice.given",
            "advice/AD-0001",
            ["org": "trust", "text": "Measure less", "benefit": "reformulation"],
            occurred: "2019-05"
        )
        try history.record(
            "advice.followed",
            "advice/AD-0001",
            ["extent": "partly", "decision": "D-0001"],
            occurred: "2020"
        )
        return history
    }

    @Test func itSaysWhoHadInfluence() throws {
        let history = try Self.history()
        let report = try history.work(ListAdvice.self, at: "2020")
        #expect(report.rows.map { $0.advisers.map(\.text) } == [["trust"], []])
        #expect(report.rows.map(\.wasFollowed) == [true, false])
        #expect(report.figures.map(\.name) == ["sought", "given", "followed", "followed of trust"])
        #expect(report.figures.map(\.value) == ["2", "1", "1", "1"])
        let before = try history.work(ListAdvice.self, at: "2019")
        #expect(before.rows.map(\.wasFollowed) == [false, false])
        #expect(try history.work(ListAdvice.self, at: "2018").rows.isEmpty)
    }

    @Test func itIsNarrowedByPartyAndDecision() throws {
        let history = try Self.history()
        func keys(_ parameters: JSON) throws -> [String] {
            try history.work(ListAdvice.self, parameters, at: "2020").rows.map(\.key.text)
        }
        #expect(try keys(["organisation": "council"]) == ["AD-0001", "AD-0002"])
        #expect(try keys(["organisation": "provide"]) == [])
        #expect(try keys(["decision": "D-0001"]) == ["AD-0001"])
    }

    @Test("Rule 211: advice is not followed before it is sought")
    func order() throws {
        var history = try Self.history()
        let subject = Subject(.advice, Key(unchecked: "AD-0002"))
        #expect(
            throws: Rejection.refused(.activity(.beforeItBegan(subject, began: try EDTF("2019-04"))))
        ) {
            try history.record("advice.followed", "advice/AD-0002", ["extent": "not"], occurred: "2018")
        }
        try history.record("advice.followed", "advice/AD-0002", ["extent": "not"], occurred: "2019")
    }
}
