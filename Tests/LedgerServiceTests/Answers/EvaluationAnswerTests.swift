// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@Suite("Answers about evaluation, through the interface")
struct EvaluationAnswerTests {
    private static func pounds(_ amount: Int64) -> JSON {
        ["currency": "GBP", "minor": .integer(amount * 100)]
    }

    /// Positions from 21 on: an objective, its measure, three months of values, a benefit, a baseline, a cost and a
    /// contribution.
    private static func ledger() async throws -> AnsweringLedger {
        let ledger = try await AnsweringLedger.midEssex()
        let line: JSON = [
            "category": "contractMonitoring", "low": pounds(100), "central": pounds(200), "high": pounds(300),
        ]
        try await ledger.record([
            entry(
                "objective.set",
                "objective/",
                ["title": "Seen at home in time", "target": "95"],
                occurred: "2019"
            ),
            entry(
                "measure.defined",
                "measure/in-time",
                [
                    "title": "Seen in two hours", "definition": "Of all referrals", "kind": "outcome",
                    "per": 100,
                    "frequency": "monthly", "org": "provide", "betterIs": "higher", "objective": "O-0001",
                ],
                occurred: "2019"
            ),
            entry(
                "observation.recorded",
                "measure/in-time",
                ["period": "2019-08", "numerator": 80, "denominator": 90]
            ),
            entry(
                "observation.recorded",
                "measure/in-time",
                ["period": "2019-09", "numerator": 90, "denominator": 96]
            ),
            entry(
                "observation.recorded",
                "measure/in-time",
                ["period": "2019-10", "numerator": 96, "denominator": 100]
            ),
            entry(
                "benefit.claimed",
                "benefit/",
                ["title": "No contracts", "kind": "transactionCost", "claimant": "council"],
                occurred: "2020"
            ),
            entry(
                "baseline.estimated",
                "baseline/",
                ["title": "Contracting out", "model": "contractOut", "period": "2019", "lines": [line]],
                occurred: "2019"
            ),
            entry(
                "cost.recorded",
                "cost/",
                ["category": "meetings", "org": "provide", "amount": pounds(50)],
                occurred: "2019-01-01"
            ),
            entry(
                "contribution.committed",
                "contribution/",
                ["org": "provide", "amount": pounds(70), "purpose": "The post"],
                occurred: "2019"
            ),
        ])
        return ledger
    }

    @Test("The board gives exact values as text, and what it rests on")
    func board() async throws {
        let reply = try await Self.ledger().ask("Evaluation.GetBoard", ["validAt": "2019-11-10"])
        let row = try #require(reply[path: "rows", "0"]?.object)
        #expect(row["value"] == "96")
        #expect(row["target"] == "95")
        #expect(row["rag"] == "green")
        #expect(row["direction"] == "better")
        #expect(row["age"] == 10)
        #expect(row["entries"] == [21, 22, 23, 24, 25])
        let before = try await Self.ledger().ask("Evaluation.GetBoard", ["validAt": "2019-09-30"])
        #expect(before[path: "rows", "0", "value"] == "93.75")
        let unknown = try await Self.ledger().ask("Evaluation.GetBoard", ["knownAt": "@21"])
        #expect(unknown.each("rows", "measure") == [nil])
    }

    @Test("A measure is compared around the decision, which is dated to late summer")
    func compare() async throws {
        let reply = try await Self.ledger().ask("Evaluation.CompareAround", ["decision": "D-0001"])
        let row = try #require(reply[path: "rows", "0"]?.object)
        #expect(row["before"] == 0)
        #expect(row["between"] == 2)
        #expect(row["medianAfter"] == "96")
        #expect(reply["note"]?.text?.contains("no causal claim") == true)
    }

    @Test("Costs are held against the baseline")
    func costs() async throws {
        let reply = try await Self.ledger().ask("Evaluation.GetCosts", ["validAt": "2019"])
        let last = try #require(reply["rows"]?.array?.last?.object)
        #expect(last["category"] == "coordination")
        #expect(last["cumulative"] == Self.pounds(50))
        #expect(last["central"] == Self.pounds(200))
    }

    @Test(
        "Every question of the family has an answer as it is defined",
        arguments: [
            ("GetSeries", ["measure": "in-time"]), ("ListStaleMeasures", [:]), ("GetScorecard", [:]),
            ("ListBenefits", ["status": "claimed"]), ("ListContributions", ["organisation": "provide"]),
            ("GetBoard", ["sourcedBy": "2020"]), ("GetCosts", ["sourcedBy": "2020"]),
        ] as [(String, JSON)]
    )
    func answered(question: String, parameters: JSON) async throws {
        let reply = try await Self.ledger().ask("Evaluation.\(question)", parameters)
        #expect(reply["rows"]?.array != nil)
        #expect(reply["figures"]?.array?.isEmpty == false)
    }
}
