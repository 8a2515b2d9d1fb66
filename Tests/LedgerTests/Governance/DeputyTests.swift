// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct DeputyTests {
    /// A board whose director and deputy director are named; a third officer is not.
    private func board() throws -> History {
        var history = try History.ofVenture()
        try history.seat("director", "council", "officer")
        try history.record(
            "post.defined",
            "post/officer",
            ["title": "Officer", "sharing": "multi", "from": "2018"]
        )
        for label in ["Director", "Deputy", "Third"] {
            try history.record(
                "person.registered",
                "person/",
                ["label": .string(label), "organisation": "council"]
            )
        }
        try history.assign(1, "seat/director", from: "2018-04-01", to: "2020-04-01")
        for person in 2...3 {
            try history.assign(person, "post/officer", from: "2018-04-01", to: "2020-04-01")
        }
        return history
    }

    private func nominate(_ history: inout History, _ deputy: String, _ more: [String: JSON]) throws -> [Int]
    {
        var data = more
        data["deputy"] = .string(deputy)
        return try history.record("deputy.nominated", "seat/director", .members(data)).entry.warnings
    }

    private func meet(_ history: inout History, _ assignment: String, _ date: String, _ key: String = "")
        throws
        -> [Int]
    {
        let present: JSON = [
            "seat": "director", "organisation": "council", "assignment": .string(assignment),
        ]
        return try history.record(
            "meeting.held",
            "meeting/\(key)",
            ["body": "board", "attendance": [present]],
            occurred: date
        ).entry.warnings
    }

    @Test("Rule 37: the holder of a seat is not their own deputy, as a person or by the assignment")
    func notTheirOwn() throws {
        var history = try board()
        let own = RolesRefusal.ownDeputy(.person(1), Subject(.seat, try key("director")))
        #expect(own.rule.rawValue == 37)
        for deputy in ["person/P-0001", "assignment/A-0001"] {
            #expect(throws: Rejection.refused(.roles(own))) {
                try nominate(&history, deputy, ["from": "2019-01-01"])
            }
        }
        // Once they have given up the seat they may stand in for whoever has it.
        #expect(try nominate(&history, "person/P-0001", ["from": "2020-05-01"]) == [])
        // The year in which they gave it up leaves that open.
        #expect(try nominate(&history, "person/P-0001", ["from": "2020"]) == [37])
    }

    @Test("Rule 41: a nominated deputy attends without a warning, and nobody else in their place")
    func nominatedDeputies() throws {
        var history = try board()
        #expect(try meet(&history, "A-0002", "2018-06-01") == [41])
        #expect(try nominate(&history, "person/P-0002", ["from": "2019-01-01", "to": "2019-12-31"]) == [])
        #expect(try meet(&history, "A-0002", "2019-07-01") == [])
        let refusal = GovernanceRefusal.notDeputy(.assignment(3), seat: try key("director"))
        #expect(refusal.rule.rawValue == 41)
        #expect(throws: Rejection.refused(.governance(refusal))) {
            try meet(&history, "A-0003", "2019-08-01")
        }
        #expect(try meet(&history, "A-0001", "2019-08-01") == [])
        #expect(try meet(&history, "A-0003", "2020-02-01") == [41])
    }

    @Test("Rule 41: a deputy for one meeting stands in at no other")
    func oneMeeting() throws {
        var history = try board()
        for _ in 1...2 {
            try history.record("meeting.scheduled", "meeting/", ["body": "board", "date": "2019-07-01"])
        }
        #expect(
            try nominate(&history, "assignment/A-0003", ["meeting": "M-0001", "from": "2019-01-01"]) == []
        )
        #expect(try meet(&history, "A-0003", "2019-07-01", "M-0002") == [41])
        #expect(try meet(&history, "A-0003", "2019-07-01", "M-0001") == [])
    }

    @Test("A deputy is nominated for a seat that is there, and a meeting of its body")
    func seatAndMeeting() throws {
        var history = try board()
        try history.record(
            "body.constituted",
            "body/other",
            ["title": "o", "kind": "board"],
            occurred: "2018"
        )
        try history.record("meeting.scheduled", "meeting/", ["body": "other", "date": "2019-07-01"])
        let other = GovernanceRefusal.meetingOfOtherBody(try key("M-0001"), try key("other"))
        #expect(throws: Rejection.refused(.governance(other))) {
            try nominate(&history, "person/P-0002", ["meeting": "M-0001"])
        }
        let gone = GovernanceRefusal.seatNotThere(try key("director"))
        #expect(throws: Rejection.refused(.governance(gone))) {
            try nominate(&history, "person/P-0002", ["from": "2017-01-01", "to": "2017-06-01"])
        }
    }
}
