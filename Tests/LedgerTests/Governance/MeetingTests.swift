// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct MeetingTests {
    private func board() throws -> History {
        var history = try History.ofVenture()
        try history.seat("director", "council", "officer")
        try history.record(
            "body.constituted",
            "body/other",
            ["title": "Other", "kind": "board"],
            occurred: "2018-03-02"
        )
        try history.seat("elsewhere", "provide", in: "other")
        return history
    }

    private func attendance(_ items: [[String: JSON]]) -> JSON {
        let present = items.map { item in
            item.reduce([:] as JSON) { $0.with($1.key, $1.value) }
        }
        return ["body": "board", "attendance": .array(present)]
    }

    @Test("Rule 41: attendance is for seats of the body and those invited")
    func attendanceIsForSeatsOfTheBodyAndThoseInvited() throws {
        var history = try board()
        let director = try key("director")
        let cases: [(String, [[String: JSON]], GovernanceRefusal)] = [
            (
                "2019", [["seat": "elsewhere", "organisation": "provide"]],
                .seatOfOtherBody(try key("elsewhere"), try key("other"))
            ),
            (
                "2019", [["seat": "director", "organisation": "provide"]],
                .seatOfOtherOrganisation(director, try key("council"), try key("provide"))
            ),
            (
                "2019",
                [
                    ["seat": "director", "organisation": "council"],
                    ["seat": "director", "organisation": "council"],
                ],
                .attendsTwice(Subject(.seat, director))
            ),
        ]
        for (date, items, refusal) in cases {
            #expect(refusal.rule.rawValue == 41)
            #expect(throws: Rejection.refused(.governance(refusal))) {
                try history.record("meeting.held", "meeting/", attendance(items), occurred: date)
            }
        }
        try history.record("seat.abolished", "seat/director", occurred: "2020-01-01")
        let gone = GovernanceRefusal.seatNotThere(director)
        #expect(gone.rule.rawValue == 41)
        let items: [[String: JSON]] = [["seat": "director", "organisation": "council"]]
        #expect(throws: Rejection.refused(.governance(gone))) {
            try history.record("meeting.held", "meeting/", attendance(items), occurred: "2020-02")
        }
        let accepted = try history.record(
            "meeting.held",
            "meeting/",
            attendance([
                ["seat": "director", "organisation": "social-care"], ["organisation": "university"],
            ]),
            occurred: "2019-07-01"
        )
        #expect(accepted.entry.warnings == [])
    }

    @Test func whoComesHoldsTheRoleTheyComeIn() throws {
        var history = try board()
        for person in ["P-0001", "P-0002"] { try history.record("person.registered", "person/\(person)") }
        try history.seat("deputy", "council", "officer")
        for (seat, person) in [("director", "P-0001"), ("deputy", "P-0002")] {
            try history.record(
                "role.assigned",
                "assignment/",
                [
                    "role": .string("seat/\(seat)"), "person": .string(person),
                    "from": "2018-04-01", "to": "2020-04-01",
                ]
            )
        }
        func meet(_ assignment: String, _ date: String) throws -> [Int] {
            let present: [String: JSON] = [
                "seat": "director", "organisation": "council", "assignment": .string(assignment),
            ]
            return try history.record("meeting.held", "meeting/", attendance([present]), occurred: date)
                .entry.warnings
        }
        #expect(try meet("A-0001", "2019-07-01") == [])
        // A deputy sits in the director's seat.
        #expect(try meet("A-0002", "2019-08-01") == [41])
        let refusal = Refusal.governance(.roleNotHeld(try key("A-0001")))
        #expect(refusal.rule.rawValue == 40)
        #expect(throws: Rejection.refused(refusal)) { try meet("A-0001", "2020-05-01") }
    }

    @Test func minutesMayBeRecordedBeforeTheMeeting() throws {
        var history = try board()
        try history.record(
            "minutes.recorded",
            "meeting/",
            ["body": "board", "note": "Announces a workshop"],
            occurred: "2019-07"
        )
        let meeting = try key("M-0001")
        #expect(history.state.quorum(of: meeting) == nil)
        let before = history.state.meetings(validAt: try noon("2019-08-01"))
        #expect(before.map(\.date) == [nil])
        #expect(before.first?.minutes.map(\.note) == [.plain("Announces a workshop")])
        #expect(throws: Rejection.refused(.governance(.meetingOfOtherBody(meeting, try key("board"))))) {
            try history.record("meeting.held", "meeting/M-0001", ["body": "other"], occurred: "2019-07-15")
        }
        try history.record(
            "meeting.held",
            "meeting/M-0001",
            ["body": "board", "title": "July"],
            occurred: "2019-07-15"
        )
        #expect(throws: Rejection.refused(.governance(.alreadyHeld(meeting)))) {
            try history.record("meeting.held", "meeting/M-0001", ["body": "board"], occurred: "2019-07-16")
        }
        let after = try #require(
            history.state.meetings(of: try key("board"), validAt: try noon("2019-08-01")).first
        )
        #expect((after.title, after.date, after.minutes.count) == (.plain("July"), try EDTF("2019-07-15"), 1))
        #expect(after.quorum == Quorum(isQuorate: true, known: false, missing: []))
        #expect(history.state.meetings(of: try key("other"), validAt: history.now) == [])
        #expect(history.state.meetings(validAt: try noon("2019-06-01")) == [])
    }

    @Test("Rule 44: minutes are approved once")
    func minutesAreApprovedOnce() throws {
        var history = try board()
        try history.record("meeting.held", "meeting/", ["body": "board"], occurred: "2019-07-15")
        for data: JSON in [["body": "board"], ["body": "board", "approved": true], ["body": "board"]] {
            try history.record("minutes.recorded", "meeting/M-0001", data)
        }
        let refusal = Refusal.governance(.minutesApproved(try key("M-0001")))
        #expect(refusal.rule.rawValue == 44)
        #expect(throws: Rejection.refused(refusal)) {
            try history.record("minutes.recorded", "meeting/M-0001", ["body": "board", "approved": true])
        }
    }

    @Test func meetingsAreInTheOrderOfTheirDates() throws {
        var history = try board()
        for date in ["2020-01", "2019-07-15", "2019"] {
            try history.record("meeting.held", "meeting/", ["body": "board"], occurred: date)
        }
        #expect(
            history.state.meetings(validAt: try noon("2019-08-01")).map(\.key.text) == ["M-0003", "M-0002"]
        )
        #expect(
            history.state.meetings(validAt: history.now).map(\.key.text) == ["M-0003", "M-0002", "M-0001"]
        )
    }
}
