// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

/// A board of one seat for each partner, both of which it needs to be quorate, and a proposal put to it.
@Suite struct ConflictTests {
    private let meeting = Key(unchecked: "M-0001")

    private func board(excludesConflicted: Bool = true) throws -> History {
        var history = try History.ofVenture()
        let terms: JSON = [
            "quorum": [
                ["organisation": "council", "count": 1], ["organisation": "provide", "count": 1],
            ]
        ]
        try history.record(
            "body.terms.amended",
            "body/board",
            terms.with("excludesConflicted", excludesConflicted ? true : nil),
            occurred: "2018-04-01"
        )
        try history.seat("director", "council", "officer")
        try history.seat("chief", "provide")
        for (person, seat) in [(1, "director"), (2, "chief")] {
            try history.record("person.registered", "person/", ["label": .string(seat)])
            try history.assign(person, "seat/\(seat)", from: "2018-04-01")
        }
        try history.record("evidence.registered", "evidence/minutes", ["title": "m", "kind": "minutes"])
        try history.record(
            "proposal.tabled",
            "decision/",
            ["title": "Vans", "body": "board"],
            occurred: "2019-06"
        )
        for partner in ["council", "provide"] {
            try history.record(
                "consent.given",
                "decision/D-0001",
                ["org": .string(partner), "revision": 1],
                occurred: "2019-07-15",
                sources: ["minutes"]
            )
        }
        return history
    }

    private func meet(_ history: inout History, _ more: [String: JSON] = [:]) throws {
        var chief = more
        chief["seat"] = "chief"
        chief["organisation"] = "provide"
        try history.record(
            "meeting.held",
            "meeting/",
            [
                "body": "board",
                "attendance": [["seat": "director", "organisation": "council"], .members(chief)],
            ],
            occurred: "2019-07-15"
        )
    }

    private func adopt(_ history: inout History, _ date: String = "2019-07-15") throws -> [Int] {
        try history.record(
            "decision.adopted",
            "decision/D-0001",
            ["reason": "Cheap", "meeting": "M-0001"],
            occurred: date
        ).entry.warnings
    }

    private func conflict(_ history: inout History, _ handling: String, _ holder: String) throws {
        try history.record(
            "conflict.recorded",
            "decision/D-0001",
            ["holder": .string(holder), "handling": .string(handling)],
            occurred: "2019-07-15"
        )
    }

    @Test("Rule 43: who withdrew for a conflict does not count, where the terms say so")
    func withdrawn() throws {
        let chief = try key("chief")
        let missing = [QuorumPart(organisation: try key("provide"), seatClass: nil, count: 1)]
        let refusal = DecisionRefusal.notQuorateWithout(meeting, [chief], missing: missing)
        #expect(refusal.rule.rawValue == 43)
        for holder in ["person/P-0002", "assignment/A-0002"] {
            for (handling, excludes) in [
                ("withdrew", true), ("excluded", true), ("noVote", true), ("withdrew", false),
            ] {
                var history = try board(excludesConflicted: excludes)
                try meet(&history)
                try conflict(&history, handling, holder)
                if excludes, handling != "noVote" {
                    #expect(throws: Rejection.refused(.decision(refusal))) { try adopt(&history) }
                } else {
                    #expect(try adopt(&history) == [])
                }
            }
        }
    }

    @Test("Rule 43: a conflict in another matter changes nothing")
    func otherMatter() throws {
        var history = try board()
        try meet(&history)
        try history.record("proposal.tabled", "decision/", ["title": "Other"], occurred: "2019-06")
        try history.record(
            "conflict.recorded",
            "decision/D-0002",
            ["holder": "person/P-0002", "handling": "withdrew"],
            occurred: "2019-07-15"
        )
        #expect(try adopt(&history) == [])
    }

    @Test("Rule 42: a decision is adopted while the quorum holds; times that leave it open are warned of")
    func whileQuorate() throws {
        let times =
            [
                ("2019-07-15T10:30:00Z", nil), ("2019-07-15T11:30:00Z", []), ("2019-07-15", [42]),
            ] as [(String, [Int]?)]
        let missing = [QuorumPart(organisation: try key("provide"), seatClass: nil, count: 1)]
        for (time, warnings) in times {
            var history = try board()
            try meet(&history, ["arrived": "2019-07-15T11:00:00Z"])
            if let warnings {
                #expect(try adopt(&history, time) == warnings)
            } else {
                #expect(throws: Rejection.refused(.decision(.notQuorate(meeting, missing: missing)))) {
                    try adopt(&history, time)
                }
            }
        }
    }

    @Test("The quorum of a meeting is computed for every time at which somebody came or went")
    func timeline() throws {
        var history = try board()
        try meet(&history, ["arrived": "2019-07-15T11:00:00Z", "left": "2019-07-15T12:00:00Z"])
        let periods = history.state.quorumTimeline(of: meeting)
        #expect(periods.map(\.quorateness.truth) == [.no, .yes, .no])
        #expect(periods.map { $0.from?.description.dropFirst(11).prefix(5) } == [nil, "11:00", "12:00"])
        #expect(periods.first?.quorateness.missing.map(\.organisation.text) == ["provide"])
        var whole = try board()
        try meet(&whole)
        #expect(whole.state.quorumTimeline(of: meeting).map(\.quorateness.truth) == [.yes])
        #expect(whole.state.quorumTimeline(of: Key(unchecked: "M-0099")) == [])
        #expect(
            throws: Rejection.refused(.governance(.leavesBeforeArrival(Subject(.seat, try key("chief")))))
        ) {
            try meet(&whole, ["arrived": "2019-07-15T11:00:00Z", "left": "2019-07-15T10:00:00Z"])
        }
    }

    @Test("Rule 46: the holder of a seat without a vote, or an advisor, gives no consent")
    func votingSeats() throws {
        var history = try board()
        try history.seat("observer", "council", "officer", voting: false)
        try history.record("person.registered", "person/", ["label": "Observer"])
        try history.assign(3, "seat/observer", from: "2018-04-01")
        try history.record("proposal.tabled", "decision/", ["title": "More vans"])
        let refusal = DecisionRefusal.seatHasNoVote(try key("observer"))
        #expect(refusal.rule.rawValue == 46)
        func consent(_ assignment: String) throws {
            try history.record(
                "consent.given",
                "decision/D-0002",
                ["org": "council", "revision": 1, "by": .string(assignment)],
                onBehalfOf: "council"
            )
        }
        #expect(throws: Rejection.refused(.decision(refusal))) { try consent("A-0003") }
        try consent("A-0001")
    }

    @Test("An interest is one person's, held for a time; a conflict names the person's own")
    func interests() throws {
        var history = try board()
        let declared: JSON = [
            "person": "P-0002", "type": "financial", "nature": "Shares", "organisation": "provide",
            "from": "2018-01-01",
        ]
        try history.record("interest.declared", "interest/", declared)
        let interest = try key("IN-0001")
        func record(_ holder: String, _ date: String) throws -> [Int] {
            try history.record(
                "conflict.recorded",
                "decision/D-0001",
                ["holder": .string(holder), "interest": "IN-0001", "handling": "noVote"],
                occurred: date
            ).entry.warnings
        }
        let another = GovernanceRefusal.interestOfAnother(interest, Subject(.person, .person(1)))
        #expect(throws: Rejection.refused(.governance(another))) {
            _ = try record("person/P-0001", "2019-07-15")
        }
        #expect(try record("assignment/A-0002", "2019-07-15") == [])
        try history.record("interest.ended", "interest/IN-0001", ["to": "2019-08"])
        #expect(try record("person/P-0002", "2019-08-15") == [211])
        let gone = Rejection.refused(.governance(.notThere(Subject(.interest, interest))))
        #expect(throws: gone) { _ = try record("person/P-0002", "2019-09-15") }
        #expect(throws: gone) { try history.record("interest.ended", "interest/IN-0001") }
        #expect(history.state.title(of: Subject(.interest, interest)) == nil)
        try history.record(
            "dispensation.granted",
            "decision/D-0001",
            ["holder": "person/P-0002", "grantedBy": "body/board", "reason": "Nobody else knows"]
        )
        #expect(history.state.dispensations(in: try key("D-0001")).count == 1)
    }
}
