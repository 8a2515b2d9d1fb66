// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite("What coordinating costs")
struct CostTests {
    /// A baseline of 3,000 pounds for three years, and costs of 600 in the first.
    private static func costs() throws -> History {
        var history = try History.withObjective()
        try history.record(
            "baseline.estimated",
            "baseline/",
            [
                "title": "Contracting out", "model": "contractOut", "period": "2018/2020",
                "lines": [
                    [
                        "category": "contractMonitoring", "low": pounds(548), "central": pounds(1_096),
                        "high": pounds(2_192),
                    ]
                ],
            ],
            occurred: "2018"
        )
        func cost(_ category: String, _ amount: Int64?, _ date: String, org: String = "provide") throws {
            var data: [String: JSON] = ["category": .string(category), "org": .string(org)]
            if let amount { data["amount"] = pounds(amount) }
            try history.record("cost.recorded", "cost/", .members(data), occurred: date)
        }
        try cost("meetings", 100, "2018-01-01")
        try cost("travel", 200, "2018-07-01", org: "council")
        try cost("meetings", nil, "2018-08")
        try cost("service", 5_000, "2019-03")
        try cost("meetings", 10, "2019-05", org: "sociology")
        return history
    }

    @Test(
        "Costs add up by category and year, beside the part of the baseline that would have been spent by then"
    )
    func summary() throws {
        let report = try ask(GetCosts.self, of: try Self.costs(), at: "2019")
        let rows = cells(
            GetCosts.self,
            report,
            "year",
            "category",
            "spent",
            "cumulative",
            "low",
            "central",
            "high",
            "records",
            "unpriced"
        )
        #expect(
            rows == [
                ["2018", "meetings", "10000", "10000", "", "", "", "2", "1"],
                ["2018", "travel", "20000", "20000", "", "", "", "1", "0"],
                ["2018", "contractMonitoring", "", "", "18250", "36500", "73000", "0", "0"],
                ["2018", "service", "", "", "", "", "", "0", "0"],
                ["2018", "coordination", "30000", "30000", "18250", "36500", "73000", "3", "1"],
                ["2019", "meetings", "1000", "11000", "", "", "", "1", "0"],
                ["2019", "travel", "", "20000", "", "", "", "0", "0"],
                ["2019", "contractMonitoring", "", "", "36500", "73000", "146000", "0", "0"],
                ["2019", "service", "500000", "500000", "", "", "", "1", "0"],
                ["2019", "coordination", "1000", "31000", "36500", "73000", "146000", "1", "0"],
            ]
        )
        #expect(report.figure("coordination") == "GBP 310.00")
        #expect(report.figure("services") == "GBP 5000.00")
        #expect(report.figure("unpriced") == "20.00 %")
        #expect(report.figure("baseline") == "BL-0001 version 1")
    }

    @Test("Break-even is the day from which on the baseline would have cost as much, or it is not reached")
    func breakEven() throws {
        let history = try Self.costs()
        // One pound a day is the central estimate: 300 pounds are reached at the end of the 300th day of 2018.
        let report = try ask(GetCosts.self, of: history, at: "2018")
        #expect(report.figure("break-even, central") == "2018-10-27")
        #expect(report.figure("break-even, low") == "not reached")
        #expect(report.figure("break-even, high") == "2018-02-19")
        #expect(try ask(GetCosts.self, of: history, at: "2017").figure("break-even, low") == nil)
        #expect(try ask(GetCosts.self, of: history, at: "2019").figure("break-even, low") == "2019-09-12")
        var none = try History.withObjective()
        try none.record(
            "cost.recorded",
            "cost/",
            ["category": "travel", "org": "provide", "amount": pounds(1)]
        )
        let bare = try ask(GetCosts.self, of: none)
        #expect(bare.figure("break-even, central") == nil)
        #expect(bare.figure("baseline") == nil)
    }

    @Test("A question may be about one organisation with its units")
    func organisation() throws {
        let report = try ask(GetCosts.self, ["organisation": "university"], of: try Self.costs(), at: "2019")
        #expect(report.figure("coordination") == "GBP 10.00")
        #expect(report.figure("unpriced") == "0.00 %")
    }

    @Test("Break-even is the day that trying every day finds", arguments: 0..<100)
    func naive(seed: Int) {
        var generator = SplitMix64(seed: seed)
        let begin = Int.random(in: 0...30, using: &generator)
        let even = BreakEven(
            begin: Timestamp(daysSinceEpoch: begin),
            end: Timestamp(daysSinceEpoch: begin + Int.random(in: 1...60, using: &generator)),
            amount: Int128(Int.random(in: 0...1_000, using: &generator))
        )
        let spending = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
            (
                day: Int.random(in: 0...80, using: &generator),
                minor: Int64.random(in: 0...300, using: &generator)
            )
        }
        let last = Int.random(in: 0...100, using: &generator)
        let first = spending.map(\.day).min() ?? 0
        func isEven(_ day: Int) -> Bool {
            let spent = spending.filter { $0.day <= day }.reduce(Int128(0)) { $0 + Int128($1.minor) }
            return even.accrued(by: Timestamp(daysSinceEpoch: day + 1)) >= spent
        }
        let days = first <= last ? Array(first...last) : []
        let expected = days.first { day in (day...last).allSatisfy(isEven) }
        #expect(even.day(after: spending, through: last) == expected)
    }
}
