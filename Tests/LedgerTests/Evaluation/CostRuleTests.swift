// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

/// Pounds as an entry has them.
func pounds(_ whole: Int64, _ currency: String = "GBP") -> JSON {
    ["currency": .string(currency), "minor": .integer(whole * 100)]
}

@Suite("Rules of baselines, costs and contributions")
struct CostRuleTests {
    static func estimate(central: Int64, _ more: [String: JSON] = [:]) -> JSON {
        let data: [String: JSON] = [
            "title": "Contracting out", "model": "contractOut", "period": "2018/2020",
            "lines": [
                [
                    "category": "contractMonitoring", "low": pounds(central - 10),
                    "central": pounds(central), "high": pounds(central + 10),
                ]
            ],
        ]
        return .members(data.merging(more) { $1 })
    }

    @Test("Rule 87: a baseline that is revised keeps the version that was compared with")
    func frozen() throws {
        var history = try History.withObjective()
        try history.record("baseline.estimated", "baseline/", Self.estimate(central: 100), occurred: "2019")
        try history.record(
            "cost.recorded",
            "cost/",
            ["category": "meetings", "org": "provide", "amount": pounds(30)],
            occurred: "2018-01-01"
        )
        let before = try ask(GetCosts.self, of: history, at: "2020")
        try history.record(
            "baseline.revised",
            "baseline/BL-0001",
            Self.estimate(central: 900),
            occurred: "2021"
        )
        func central(_ parameters: JSON, at date: String) throws -> String? {
            let report = try ask(GetCosts.self, parameters, of: history, at: date)
            return cells(GetCosts.self, report, "central").last?.first
        }
        #expect(before.figure("baseline") == "BL-0001 version 1")
        #expect(cells(GetCosts.self, before, "central").last == ["10000"])
        #expect(try central([:], at: "2020") == "10000")
        #expect(try central([:], at: "2021") == "90000")
        #expect(try central(["baseline": "BL-0001", "version": 1], at: "2021") == "10000")
        #expect(try ask(GetCosts.self, ["version": 3], of: history).figure("baseline") == nil)
    }

    @Test("Rule 87: a revision does not precede what it revises")
    func revisionOrder() throws {
        var history = try History.withObjective()
        try history.record("baseline.estimated", "baseline/", Self.estimate(central: 100), occurred: "2019")
        let subject = Subject(.baseline, try key("BL-0001"))
        #expect(throws: Rejection.refused(.activity(.beforeItBegan(subject, began: try EDTF("2019"))))) {
            try history.record(
                "baseline.revised",
                "baseline/BL-0001",
                Self.estimate(central: 1),
                occurred: "2018"
            )
        }
    }

    @Test("A line has its central amount between low and high, and a category one line")
    func lines() throws {
        var history = try History.withObjective()
        func estimate(_ lines: JSON) throws {
            try history.record(
                "baseline.estimated",
                "baseline/",
                Self.estimate(central: 100, ["lines": lines])
            )
        }
        let line: JSON = ["category": "travel", "low": pounds(1), "central": pounds(2), "high": pounds(3)]
        let wrong: JSON = ["category": "travel", "low": pounds(3), "central": pounds(2), "high": pounds(3)]
        #expect(throws: Rejection.invalid(FieldError("lines.0.central", .notA("an amount from low to high"))))
        {
            try estimate([wrong])
        }
        #expect(
            throws: Rejection.invalid(FieldError("lines", .notA("a list with one line for each category")))
        ) {
            try estimate([line, line])
        }
        #expect(throws: Rejection.invalid(FieldError("lines", .missing))) { try estimate([]) }
        try estimate([line])
    }

    @Test(
        "Rule 88: a venture counts in one currency",
        arguments: [
            ("cost.recorded", "cost/", ["category": "travel", "org": "provide", "amount": pounds(1, "EUR")]),
            ("cost.recorded", "cost/", ["category": "travel", "org": "provide", "rate": pounds(1, "EUR")]),
            (
                "contribution.committed", "contribution/",
                ["org": "provide", "amount": pounds(1, "EUR"), "purpose": "x"]
            ),
            ("contribution.paid", "contribution/CB-0001", ["amount": pounds(1, "EUR")]),
            (
                "benefit.claimed", "benefit/",
                ["title": "x", "kind": "other", "claimant": "provide", "amount": pounds(1, "EUR")]
            ),
        ] as [(String, String, JSON)]
    )
    func oneCurrency(type: String, subject: String, data: JSON) throws {
        var history = try History.withObjective()
        let commitment: JSON = ["org": "provide", "amount": pounds(5), "purpose": "The manager"]
        try history.record("contribution.committed", "contribution/", commitment)
        refuses(.currencies(["GBP", "EUR"]), rule: 88) { try history.record(type, subject, data) }
        // Where the euro came first, it is the currency.
        var other = try History.withObjective()
        if subject.hasSuffix("/") { try other.record(type, subject, data) }
    }

    @Test("Rule 88: the lines of a baseline are in one currency")
    func linesInOneCurrency() throws {
        var history = try History.withObjective()
        func line(_ category: String, _ currency: String) -> JSON {
            let amount = pounds(1, currency)
            return ["category": .string(category), "low": amount, "central": amount, "high": amount]
        }
        let mixed = Self.estimate(central: 100, ["lines": [line("travel", "GBP"), line("meetings", "EUR")]])
        refuses(.currencies(["EUR", "GBP"]), rule: 88) {
            try history.record("baseline.estimated", "baseline/", mixed)
        }
    }

    @Test("Rule 89: what is paid beyond what was committed is warned of")
    func paidBeyond() throws {
        var history = try History.withObjective()
        try history.record(
            "contribution.committed",
            "contribution/",
            [
                "org": "provide", "amount": pounds(100), "purpose": "The manager", "from": "2020",
                "to": "2021",
            ],
            occurred: "2019"
        )
        func pay(_ amount: Int64, _ date: String) throws -> [Int] {
            try history.record(
                "contribution.paid",
                "contribution/CB-0001",
                ["amount": pounds(amount)],
                occurred: date
            )
            .entry.warnings
        }
        #expect(try pay(60, "2020-03") == [])
        #expect(try pay(40, "2020-06") == [])
        #expect(try pay(1, "2020-09") == [89])
        let report = try ask(ListContributions.self, of: history, at: "2020-04")
        #expect(
            cells(ListContributions.self, report, "organisation", "committed", "paid", "outstanding")
                == [["provide", "10000", "6000", "4000"]]
        )
        #expect(try ask(ListContributions.self, of: history).figure("outstanding") == "GBP -1.00")
    }

    @Test("Rule 90: what is costed twice for the same organisation and category is warned of")
    func costedTwice() throws {
        var history = try History.withObjective()
        try history.act(broker: "university", from: "provide", to: "council")
        func cost(_ category: String, _ org: String, linked: Bool = true) throws -> [Int] {
            var data: [String: JSON] = ["category": .string(category), "org": .string(org), "minutes": 60]
            if linked { data["for"] = "boundary/BA-0001" }
            return try history.record("cost.recorded", "cost/", .members(data)).entry.warnings
        }
        #expect(try cost("boundaryActions", "provide") == [])
        #expect(try cost("travel", "provide") == [])
        #expect(try cost("boundaryActions", "council") == [])
        #expect(try cost("boundaryActions", "provide") == [90])
        #expect(try cost("boundaryActions", "provide", linked: false) == [])
    }

    @Test("Time has a price with an hourly rate, to the nearest penny and halves to an even one")
    func price() throws {
        var history = try History.withObjective()
        func price(_ minutes: Int64, _ rate: Int64) throws -> Int64? {
            let data: JSON = [
                "category": "meetings", "org": "provide", "minutes": .integer(minutes),
                "rate": ["currency": "GBP", "minor": .integer(rate)],
            ]
            let accepted = try history.record("cost.recorded", "cost/", data)
            return (accepted.event as? CostRecorded)?.price?.minor
        }
        #expect(try price(90, 3_800) == 5_700)
        #expect(try price(1, 30) == 0)
        #expect(try price(1, 90) == 2)
        #expect(try price(1, 31) == 1)
        #expect(
            throws: Rejection.invalid(FieldError("rate", .notA("given beside an amount: give one of them")))
        ) {
            try history.record(
                "cost.recorded",
                "cost/",
                ["category": "travel", "org": "provide", "rate": pounds(1), "amount": pounds(1)]
            )
        }
    }
}
