// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct CommitmentListTests {
    @Test(
        "What is due on a day is due by its end, and within a month it may be overdue",
        arguments: [
            ("2019-06-30", "2019-06-29", .no), ("2019-06-30", "2019-06-30", .no),
            ("2019-06-30", "2019-07-01", .yes), ("2019-06", "2019-05-31", .no),
            ("2019-06", "2019-06-10", .possibly),
            ("2019-06", "2019-07-01", .yes), ("2019-06-30~", "2019-06-30", .no),
            ("2019-22", "2019-07", .possibly),
            (nil, "2026", .no),
        ] as [(String?, String, Truth)]
    )
    func overdue(due: String?, date: String, expected: Truth) throws {
        var history = try History.withManager()
        var data: [String: JSON] = ["title": "t", "org": "provide"]
        if let due { data["due"] = .string(due) }
        try history.record("commitment.assigned", "commitment/", .members(data), occurred: "2019-02")
        let row = try #require(try history.work(ListCommitments.self, at: date).rows.first)
        #expect(row.overdue == expected)
    }

    @Test func anotherDateCountsFromWhenItWasGiven() throws {
        var history = try History.withManager()
        try history.record(
            "commitment.assigned",
            "commitment/",
            ["title": "t", "org": "provide", "due": "2019-06-30"],
            occurred: "2019-02"
        )
        try history.record(
            "commitment.rescheduled",
            "commitment/CM-0001",
            ["due": "2019-09-30"],
            occurred: "2019-08"
        )
        func row(_ date: String) throws -> ListCommitments.Row {
            try #require(try history.work(ListCommitments.self, at: date).rows.first)
        }
        #expect(try row("2019-07-31").overdue == .yes)
        #expect(try row("2019-07-31").postponed == 0)
        // At some instant in August the date changed: before it is overdue, after it is not.
        #expect(try row("2019-08-15").overdue == .possibly)
        #expect(try row("2019-08-31").overdue == .no)
        #expect(try row("2019-08-31").due?.text == "2019-09-30")
        #expect(try row("2019-10-01").overdue == .yes)
        #expect(try row("2019-10-01").postponed == 1)
    }

    @Test func aVagueDateOfAChangeDoesNotPutItBeforeTheBeginning() throws {
        var history = try History.withManager()
        try history.record(
            "commitment.assigned",
            "commitment/",
            ["title": "t", "org": "provide", "due": "2019-06-30"],
            occurred: "2019-02"
        )
        try history.record(
            "commitment.rescheduled",
            "commitment/CM-0001",
            ["due": "2020-06-30"],
            occurred: "2019"
        )
        let row = try #require(try history.work(ListCommitments.self, at: "2020-01-01").rows.first)
        #expect(row.due?.text == "2020-06-30")
    }

    @Test func theyAreNarrowedByWhoOwesThemAndListedByUrgency() throws {
        var history = try History.withMatter()
        for (data, occurred) in [
            (["title": "by the manager", "owner": "A-0001"], "2019-02"),
            (
                ["title": "by the council", "org": "council", "due": "2019-05", "decision": "D-0001"],
                "2019-02"
            ),
            (["title": "by the trust", "org": "trust", "due": "2019-04"], "2019-02"),
            (["title": "done", "org": "trust", "due": "2019-03"], "2019-02"),
        ] as [(JSON, String)] {
            try history.record("commitment.assigned", "commitment/", data, occurred: occurred)
        }
        try history.record("commitment.completed", "commitment/CM-0004", occurred: "2019-04")
        func keys(_ parameters: JSON) throws -> [String] {
            try history.work(ListCommitments.self, parameters, at: "2019-06").rows.map(\.key.text)
        }
        #expect(try keys([:]) == ["CM-0003", "CM-0002", "CM-0001"])
        #expect(try keys(["all": true]) == ["CM-0004", "CM-0003", "CM-0002", "CM-0001"])
        #expect(try keys(["organisation": "provide"]) == ["CM-0001"])
        #expect(try keys(["organisation": "council"]) == ["CM-0002"])
        #expect(try keys(["owner": "A-0001"]) == ["CM-0001"])
        #expect(try keys(["decision": "D-0001"]) == ["CM-0002"])
        #expect(try keys(["overdue": true]) == ["CM-0003", "CM-0002"])
        let answer = try history.work(ListCommitments.self, ["all": true], at: "2019-06")
        #expect(answer.figures.map(\.value) == ["4", "2", "0", "1"])
        #expect(answer.rows.first?.ended == "completed Apr 2019")
        #expect(answer.rows.last?.role == .plain("Manager"))
        #expect(answer.rows.last?.organisations.map(\.text) == ["provide"])
        #expect(
            history.state.decision(Key(unchecked: "D-0001"))?.ledTo.map(\.description) == [
                "commitment/CM-0002"
            ]
        )
    }

    @Test func progressIsAsLastSaid() throws {
        var history = try History.withManager()
        try history.record(
            "commitment.assigned",
            "commitment/",
            ["title": "t", "org": "provide"],
            occurred: "2019-02"
        )
        for (percent, occurred) in [(60, "2019-05"), (20, "2019-03")] as [(JSON, String)] {
            try history.record(
                "commitment.progressed",
                "commitment/CM-0001",
                ["note": "n", "percent": percent],
                occurred: occurred
            )
        }
        try history.record(
            "commitment.progressed",
            "commitment/CM-0001",
            ["note": "stuck"],
            occurred: "2019-06"
        )
        func percent(_ date: String) throws -> Int64? {
            try history.work(ListCommitments.self, at: date).rows.first?.percent
        }
        #expect(try percent("2019-02") == nil)
        #expect(try percent("2019-04") == 20)
        #expect(try percent("2019-12") == 60)
    }
}
