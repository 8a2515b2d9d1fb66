// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct MeetingScheduleTests {
    private let meeting = Key(unchecked: "M-0001")

    /// A board whose papers go out a week before it meets, and a meeting that is arranged.
    private func arranged(_ date: String = "2019-07-15") throws -> History {
        var history = try History.ofVenture()
        try history.record("body.terms.amended", "body/board", ["papersDays": 7], occurred: "2018-04-01")
        try history.record(
            "meeting.scheduled",
            "meeting/",
            [
                "body": "board", "date": .string(date), "title": "July", "venue": "Chelmsford",
                "mode": "hybrid",
            ],
            occurred: "2019-06-01"
        )
        return history
    }

    private func circulate(_ history: inout History, _ date: String) throws -> [Int] {
        try history.record(
            "paper.circulated",
            "meeting/M-0001",
            ["title": "Plan", "digest": .string(String(repeating: "a", count: 64))],
            occurred: date
        ).entry.warnings
    }

    @Test(
        "Rule 45: papers are circulated as many days before the meeting as the terms say, or a warning",
        arguments: [("2019-07-08", []), ("2019-07-09", [45]), ("2019-07-01", []), ("2019-07", [45])]
            as [(String, [Int])]
    )
    func papersInTime(date: String, warnings: [Int]) throws {
        var history = try arranged()
        #expect(try circulate(&history, date) == warnings)
    }

    @Test("Rule 45: a meeting that is brought forward, or held earlier, makes papers late")
    func broughtForward() throws {
        var history = try arranged()
        #expect(try circulate(&history, "2019-07-08") == [])
        let moved = try history.record(
            "meeting.rescheduled",
            "meeting/M-0001",
            ["date": "2019-07-12", "reason": "Holidays"],
            occurred: "2019-07-09"
        )
        #expect(moved.entry.warnings == [45])
        let held = try history.record(
            "meeting.held",
            "meeting/M-0001",
            ["body": "board"],
            occurred: "2019-07-12"
        )
        #expect(held.entry.warnings == [45])
        #expect(history.state.meeting(meeting)?.title == .plain("July"))
        // Terms that do not say leave it free.
        var free = try History.ofVenture()
        try free.record("meeting.scheduled", "meeting/", ["body": "board", "date": "2019-07-15"])
        #expect(try circulate(&free, "2019-07-14") == [])
    }

    @Test("A meeting is put off, cancelled and put on again until it is held")
    func steps() throws {
        var history = try arranged()
        let subject = "meeting/M-0001"
        try history.record("meeting.cancelled", subject, ["reason": "Snow"], occurred: "2019-06-10")
        let cancelled = Rejection.refused(.governance(.meetingCancelled(meeting)))
        #expect(throws: cancelled) { try history.record("meeting.cancelled", subject) }
        #expect(throws: cancelled) { try history.record("agenda.published", subject, ["agenda": "1 Plan"]) }
        #expect(throws: cancelled) { try circulate(&history, "2019-07-01") }
        #expect(throws: cancelled) {
            try history.record("meeting.held", subject, ["body": "board"], occurred: "2019-07-15")
        }
        try history.record("meeting.rescheduled", subject, ["date": "2019-07-20"], occurred: "2019-06-12")
        let last = history.state.meeting(meeting)?.schedule.last
        #expect(last?.venue == .plain("Chelmsford"))
        #expect(last?.mode == .hybrid)
        try history.record("meeting.held", subject, ["body": "board"], occurred: "2019-07-20")
        let held = Rejection.refused(.governance(.alreadyHeld(meeting)))
        #expect(throws: held) { try history.record("meeting.rescheduled", subject, ["date": "2019-08-01"]) }
        #expect(throws: held) { try history.record("meeting.cancelled", subject) }
        #expect(throws: Rejection.refused(.entry(.exists(Subject(.meeting, meeting))))) {
            try history.record("meeting.scheduled", subject, ["body": "board", "date": "2019-09-01"])
        }
    }

    @Test("A paper is read by the holder of a role, and named by entry or digest; an agenda says something")
    func papers() throws {
        var history = try arranged()
        try history.record("person.registered", "person/", ["label": "Director"])
        try history.seat("director", "council", "officer")
        try history.assign(1, "seat/director", from: "2018-04-01", to: "2020-04-01")
        _ = try circulate(&history, "2019-07-01")
        let position = Int64(try #require(history.entries.last).position)
        func read(_ data: [String: JSON], _ date: String = "2019-07-10") throws {
            var data = data
            data["assignment"] = "A-0001"
            try history.record("paper.read", "meeting/M-0001", .members(data), occurred: date)
        }
        let unknown = Rejection.refused(.governance(.noSuchPaper(meeting)))
        #expect(throws: unknown) { try read(["paper": 1]) }
        #expect(throws: unknown) { try read([:]) }
        #expect(throws: Rejection.refused(.governance(.roleNotHeld(.assignment(1))))) {
            try read(["paper": .integer(position)], "2020-05-01")
        }
        try read(["paper": .integer(position)])
        try read(["digest": .string(String(repeating: "a", count: 64))])
        #expect(history.state.meeting(meeting)?.papers.first?.readings.count == 2)
        #expect(throws: Rejection.refused(.governance(.nothingPublished(meeting)))) {
            try history.record("agenda.published", "meeting/M-0001")
        }
        try history.record("agenda.published", "meeting/M-0001", ["agenda": "1 Plan"])
        #expect(history.state.meeting(meeting)?.agendas.count == 1)
    }
}
