// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite("Rules of measures and observations")
struct MeasureRuleTests {
    private static let fitting: [(MeasureFrequency, String)] = [
        (.daily, "2020-02-29"), (.weekly, "2020-02-24/2020-03-01"), (.monthly, "2020-02"),
        (.monthly, "2020-02-15/2020-03-14"), (.monthly, "2020-01-31/2020-02-29"),
        (.quarterly, "2020-01/2020-03"),
        (.quarterly, "2020-21"), (.annual, "2019"), (.annual, "2019-04/2020-03"), (.monthly, "2020-02~"),
        (.irregular, "2019-05/2019-07-03"), (.irregular, "2019-05-06T10:00:00Z"),
    ]
    private static let unfitting: [(MeasureFrequency, String)] = [
        (.daily, "2020-02-28/2020-02-29"), (.weekly, "2020-02-24/2020-02-29"), (.monthly, "2020"),
        (.monthly, "2020-02-01/2020-02-28"), (.monthly, "2020-02-01/2020-03-01"),
        (.quarterly, "2020-01/2020-04"),
        (.annual, "2020-02"), (.daily, "2020-02-03T10:00:00Z"), (.weekly, "2020-02-XX"),
    ]

    @Test("Rule 79: a period is exactly as long as the frequency says", arguments: fitting)
    func fits(frequency: MeasureFrequency, period: String) throws {
        var history = try History.withObjective()
        try history.defineMeasure(with: ["frequency": .string(frequency.rawValue)])
        #expect(try history.observe(period).entry.warnings == [])
    }

    @Test("Rule 79: a period that is not as long as the frequency says is refused", arguments: unfitting)
    func unfit(frequency: MeasureFrequency, period: String) throws {
        var history = try History.withObjective()
        try history.defineMeasure(with: ["frequency": .string(frequency.rawValue)])
        refuses(.periodUnfit(try EDTF(period), frequency), rule: 79) { try history.observe(period) }
    }

    @Test("Rule 79: a local day does not begin at midnight UTC, which is only a warning")
    func localDay() throws {
        var history = try History.withObjective()
        try history.defineMeasure(with: ["frequency": "daily"])
        let period = "2020-06-01T00:00:00+01:00/2020-06-01T23:59:59+01:00"
        #expect(try history.observe(period).entry.warnings == [79])
    }

    @Test("Rule 79: periods of one version do not overlap, in whatever order they are recorded")
    func overlap() throws {
        var history = try History.withObjective()
        try history.defineMeasure()
        let first = try history.observe("2020-02")
        #expect(try history.observe("2020-03").entry.warnings == [])
        #expect(try history.observe("2020-01").entry.warnings == [])
        refuses(.periodTaken(try key("delay"), try EDTF("2020-02"), by: first.entry.position), rule: 79) {
            try history.observe("2020-02-15/2020-03-14")
        }
        #expect(try history.observe("2020-02?").entry.warnings == [79])
        try history.defineMeasure("other")
        #expect(try history.observe("2020-02", of: "other").entry.warnings == [])
    }

    @Test("Rule 80: a numerator is at most its denominator")
    func numerator() throws {
        var history = try History.withObjective()
        try history.defineMeasure(with: ["per": 100])
        refuses(.numeratorExceeds(8, 7), rule: 80) {
            try history.observe("2020-01", nil, with: ["numerator": 8, "denominator": 7])
        }
        try history.observe("2020-01", nil, with: ["numerator": 7, "denominator": 7])
        try history.observe("2020-02", nil, with: ["numerator": 2, "denominator": 3])
        try history.observe("2020-03", nil, with: ["numerator": 0, "denominator": 0])
        let report = try ask(GetSeries.self, ["measure": "delay"], of: history)
        #expect(
            cells(GetSeries.self, report, "value", "side")
                == [["100", "above"], ["66.666666667", "below"], ["", ""]]
        )
    }

    @Test(
        "A value is given as such or as a ratio",
        arguments: [
            ([:], FieldError("value", .missing)), (["numerator": 1], FieldError("denominator", .missing)),
            (["denominator": 1], FieldError("numerator", .missing)),
        ] as [([String: JSON], FieldError)]
    )
    func value(data: [String: JSON], error: FieldError) throws {
        var history = try History.withObjective()
        try history.defineMeasure()
        #expect(throws: Rejection.invalid(error)) { try history.observe("2020-01", nil, with: data) }
    }

    @Test("Rule 81: a revised definition starts a new series, by the beginning of the period")
    func newSeries() throws {
        var history = try History.withObjective()
        try history.defineMeasure()
        try history.observe("2019-12", "4")
        try history.reviseMeasure(occurred: "2020-01-01")
        // Recorded late, it belongs to the definition of its time; the month of the change is open, and warned of.
        try history.observe("2019-11", "5")
        #expect(try history.observe("2020-01", "1").entry.warnings == [81])
        #expect(try history.observe("2020-02", "2").entry.warnings == [])
        let report = try ask(GetSeries.self, ["measure": "delay"], of: history)
        #expect(
            cells(GetSeries.self, report, "version", "date", "value")
                == [
                    ["1", "2019-11", "5"], ["1", "2019-12", "4"], ["2", "2020-01", "1"],
                    ["2", "2020-02", "2"],
                ]
        )
        #expect(report.figure("version 1: median") == "4.5")
        #expect(report.figure("version 2: median") == "1.5")
    }

    @Test("Rule 81: a period over two definitions is refused, unless it says which of them was used")
    func spanning() throws {
        var history = try History.withObjective()
        try history.defineMeasure()
        try history.reviseMeasure(occurred: "2020-01-15")
        refuses(.spansRevision(try key("delay"), try EDTF("2020-01"), version: 2), rule: 81) {
            try history.observe("2020-01")
        }
        refuses(.noSuchVersion(try key("delay"), 3, of: 2), rule: 81) {
            try history.observe("2020-01", with: ["version": 3])
        }
        try history.observe("2020-01", "3", with: ["version": 1])
        try history.observe("2020-01", "1", with: ["version": 2])
        let report = try ask(GetSeries.self, ["measure": "delay"], of: history)
        #expect(cells(GetSeries.self, report, "version", "value") == [["1", "3"], ["2", "1"]])
    }

    @Test("Rule 81: a revision that changes nothing is none")
    func sameDefinition() throws {
        var history = try History.withObjective()
        try history.defineMeasure()
        refuses(.sameDefinition(try key("delay"), version: 1), rule: 81) {
            try history.reviseMeasure(with: [:], occurred: "2020")
        }
    }

    @Test("A retired measure has no values of later periods, and is retired once")
    func retired() throws {
        var history = try History.withObjective()
        try history.defineMeasure()
        try history.record("measure.retired", "measure/delay", occurred: "2020-03-31")
        refuses(.retired(try key("delay")), rule: 211) { try history.observe("2020-04") }
        refuses(.retired(try key("delay")), rule: 211) { try history.reviseMeasure(occurred: "2020-05") }
        refuses(.retired(try key("delay")), rule: 211) {
            try history.record("measure.retired", "measure/delay", occurred: "2020-05")
        }
        #expect(try history.observe("2020-03").entry.warnings == [])
    }

    @Test("A value is not of a period that has not begun")
    func future() throws {
        var history = try History.withObjective()
        try history.defineMeasure()
        #expect(throws: Rejection.refused(.entry(.inFuture("2027-01")))) { try history.observe("2027-01") }
        try history.observe("2026-11")
    }
}
