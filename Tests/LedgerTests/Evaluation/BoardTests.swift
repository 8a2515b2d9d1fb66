// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite("Objectives against measures")
struct BoardTests {
    private static func board() throws -> History {
        var history = try History.withObjective()
        try history.defineMeasure(with: ["amber": "1", "unit": "days"])
        try history.defineMeasure("calls", with: ["kind": "balancing", "betterIs": "target", "target": "40"])
        try history.defineMeasure("visits", with: ["kind": "process", "frequency": "annual"])
        for (month, value) in ["6", "5", "4", "3.5", "3", "2.5", "2"].enumerated() {
            try history.observe("2020-0\(month + 1)", value)
        }
        try history.observe("2020-06", "44", of: "calls")
        try history.observe("2020-07", "42", of: "calls")
        return history
    }

    private static func show(_ history: History, at date: String, _ parameters: JSON = [:]) throws
        -> [[String]]
    {
        cells(
            GetBoard.self,
            try ask(GetBoard.self, parameters, of: history, at: date),
            "measure",
            "version",
            "target",
            "value",
            "period",
            "rag",
            "direction",
            "age",
            "stale"
        )
    }

    @Test("The board says how each measure of an objective stands at a date")
    func standing() throws {
        let history = try Self.board()
        #expect(
            try Self.show(history, at: "2020-08-10") == [
                ["calls", "1", "40", "42", "Jul 2020", "red", "better", "10", "no"],
                ["delay", "1", "2", "2", "Jul 2020", "green", "better", "10", "no"],
                ["visits", "1", "", "", "", "", "", "", "no"],
            ]
        )
        #expect(
            try Self.show(history, at: "2020-05-31").map { Array($0.dropFirst(3).dropLast(2)) } == [
                ["", "", "", ""], ["3", "May 2020", "amber", "better"], ["", "", "", ""],
            ]
        )
        #expect(try Self.show(history, at: "2020-09-01").map(\.last) == ["yes", "yes", "no"])
        #expect(try Self.show(history, at: "2017").isEmpty)
        let report = try ask(GetBoard.self, of: history, at: "2020-08-10")
        #expect(
            cells(GetBoard.self, report, "objective", "title", "status", "baseline", "band", "signals")[1]
                == [
                    "O-0001", "Nobody stays longer than needed", "open", "4.5",
                    "green to 2, amber to 3, else red", "trend down: 7 points, Jan 2020 to Jul 2020",
                ]
        )
        #expect(["green", "amber", "red", "not rated"].map { report.figure($0) } == ["1", "0", "1", "1"])
    }

    @Test("A new version has a series of its own, and its last value")
    func versions() throws {
        var history = try Self.board()
        try history.reviseMeasure(occurred: "2020-08-01")
        #expect(
            try Self.show(history, at: "2020-08-10")[1]
                == ["delay", "2", "2", "", "", "", "", "", "no"]
        )
        try history.observe("2020-08", "9")
        #expect(
            try Self.show(history, at: "2020-09-10")[1]
                == ["delay", "2", "2", "9", "Aug 2020", "red", "", "10", "no"]
        )
        // Before the change it stands as it did.
        #expect(try Self.show(history, at: "2020-07-31")[1][1] == "1")
    }

    @Test("Closed objectives and retired measures are shown when they are asked for, with how they ended")
    func ended() throws {
        var history = try Self.board()
        try history.record("measure.retired", "measure/visits", occurred: "2020-06")
        try history.record(
            "objective.closed",
            "objective/O-0001",
            ["outcome": "met", "reason": "Reached"],
            occurred: "2022-02"
        )
        func status(_ date: String, _ parameters: JSON = [:]) throws -> [[String]] {
            cells(
                GetBoard.self,
                try ask(GetBoard.self, parameters, of: history, at: date),
                "objective",
                "measure",
                "status"
            )
        }
        #expect(try status("2020-05").count == 3)
        #expect(try status("2021") == [["O-0001", "calls", "open"], ["O-0001", "delay", "open"]])
        #expect(try status("2022-01").map(\.last) == ["overdue", "overdue"])
        #expect(try status("2022-02").isEmpty)
        #expect(try status("2022-02", ["all": true]).map(\.last) == ["met", "met", "met"])
    }

    @Test("An objective without a measure has a row, and so has a measure without an objective")
    func alone() throws {
        var history = try History.withObjective()
        try history.record(
            "measure.defined",
            "measure/alone",
            ["title": "x", "definition": "y", "kind": "cost", "frequency": "irregular", "org": "sociology"]
        )
        let report = try ask(GetBoard.self, of: history)
        #expect(cells(GetBoard.self, report, "objective", "measure") == [["O-0001", ""], ["", "alone"]])
        func count(_ parameters: JSON) throws -> Int {
            try ask(GetBoard.self, parameters, of: history).rows.count
        }
        #expect(try count(["organisation": "university"]) == 1)
        #expect(try count(["organisation": "trust"]) == 0)
        #expect(try count(["objective": "O-0001"]) == 1)
    }

    @Test("Measures without data, or with data older than their frequency allows, are listed")
    func stale() throws {
        var history = try Self.board()
        try history.defineMeasure("odd", with: ["frequency": "irregular", "org": "council"])
        try history.observe("2019-02", of: "odd")
        func stale(_ date: String, _ parameters: JSON = [:]) throws -> [[String]] {
            cells(
                ListStaleMeasures.self,
                try ask(ListStaleMeasures.self, parameters, of: history, at: date),
                "key",
                "lacks",
                "age"
            )
        }
        #expect(try stale("2020-08-30") == [["visits", "noData", ""]])
        #expect(
            try stale("2020-08-31") == [["visits", "noData", ""]]
        )
        #expect(
            try stale("2020-09-01")
                == [["calls", "stale", "32"], ["delay", "stale", "32"], ["visits", "noData", ""]]
        )
        #expect(try stale("2020-09-01", ["organisation": "council"]).isEmpty)
    }

    @Test("A scorecard has what concerns an interface, and what was found of it")
    func scorecard() throws {
        var history = try Self.board()
        for name in ["rapid-response", "referrals"] { try history.begin(Subject(.interface, try key(name))) }
        try history.record(
            "objective.revised",
            "objective/O-0001",
            ["interface": "rapid-response"],
            occurred: "2019-06"
        )
        try history.defineMeasure("forms", with: ["interface": "referrals", "kind": "process"])
        for (rating, interface) in [("onTrack", nil), ("offTrack", "referrals")] as [(String, String?)] {
            var data: [String: JSON] = ["narrative": .string(rating), "rating": .string(rating)]
            if let interface { data["interface"] = .string(interface) }
            try history.record("objective.assessed", "objective/O-0001", .members(data), occurred: "2020-03")
        }
        func card(_ parameters: JSON = [:], at date: String = "2020-08") throws -> [[String]] {
            cells(
                GetScorecard.self,
                try ask(GetScorecard.self, parameters, of: history, at: date),
                "interface",
                "measure",
                "rating",
                "value"
            )
        }
        #expect(
            try card(["interface": "referrals"]) == [
                ["referrals", "calls", "offTrack", "42"], ["referrals", "delay", "offTrack", "2"],
                ["referrals", "forms", "offTrack", ""], ["referrals", "visits", "offTrack", ""],
            ]
        )
        #expect(try card(["interface": "rapid-response"]).map { $0[2] } == ["onTrack", "onTrack", "onTrack"])
        #expect(
            try card(at: "2020-02").map { $0[0] + " " + $0[2] } == [
                "rapid-response ", "rapid-response ", "rapid-response ", "referrals ",
            ]
        )
        #expect(try card(at: "2019-05").map { $0[0] } == ["referrals"])
    }
}

extension History {
    /// Begins a stream with an entry of a type that this version does not know, for things of other families.
    mutating func begin(_ subject: Subject) throws {
        var entry = try entry("finding.recorded", subject, [:])
        entry.type = "io.jvledger.\(subject.kind.rawValue).imagined.v1"
        force(entry)
    }
}
