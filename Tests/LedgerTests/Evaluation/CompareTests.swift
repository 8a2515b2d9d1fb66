// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite("Before and after a decision")
struct CompareTests {
    private static func decided(_ date: String) throws -> History {
        var history = try History.withObjective()
        try history.record(
            "proposal.tabled",
            "decision/",
            ["title": "A rapid response", "organisation": "provide"],
            occurred: "2019",
            onBehalfOf: "provide"
        )
        try history.record(
            "decision.adopted",
            "decision/D-0001",
            ["reason": "it works"],
            occurred: date,
            onBehalfOf: "provide"
        )
        try history.defineMeasure()
        for (month, value) in ["5", "6", "4", "9", "3", "2", "3", "2", "1", "2"].enumerated() {
            try history.observe(month < 9 ? "2020-0\(month + 1)" : "2020-10", value)
        }
        return history
    }

    private static func compare(_ history: History, at date: String = "2030") throws -> [[String]] {
        cells(
            CompareAround.self,
            try ask(CompareAround.self, ["decision": "D-0001"], of: history, at: date),
            "version",
            "before",
            "medianBefore",
            "between",
            "after",
            "medianAfter",
            "change",
            "direction",
            "signals"
        )
    }

    @Test("Medians before and after are of whole periods, and the month of the adoption is left out")
    func medians() throws {
        let history = try Self.decided("2020-04")
        let shift = "shift down: 6 points, May 2020 to Oct 2020"
        #expect(try Self.compare(history) == [["1", "3", "5", "1", "6", "2", "-3", "better", shift]])
        #expect(try Self.compare(history, at: "2020-06-30").map { $0[4] } == ["2"])
        let report = try ask(CompareAround.self, ["decision": "D-0001"], of: history)
        #expect(report.note?.contains("no causal claim") == true)
        #expect(report.figure("adopted") == "Apr 2020")
    }

    @Test("An imprecise date leaves out what may have been on either side")
    func imprecise() throws {
        let history = try Self.decided("2020-03/2020-05")
        #expect(try Self.compare(history).map { Array($0.prefix(5)) } == [["1", "2", "5.5", "3", "5"]])
    }

    @Test("Versions of a definition are compared apart")
    func versions() throws {
        var history = try Self.decided("2020-04")
        try history.reviseMeasure(occurred: "2020-04-01")
        let rows = try Self.compare(history).map { Array($0.prefix(7)) }
        #expect(rows == [["1", "3", "5", "0", "0", "", ""], ["2", "0", "", "1", "6", "2", ""]])
    }

    @Test("Before the adoption there is no before and after")
    func notYet() throws {
        let history = try Self.decided("2020-04")
        #expect(try Self.compare(history, at: "2020-03-31").isEmpty)
    }
}
