// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct BodyTests {
    private var board: Key { get throws { try key("board") } }

    @Test func termsHaveVersionsEachFromItsDate() throws {
        var history = try History.ofVenture()
        let part: JSON = ["organisation": "provide", "count": 1]
        try history.record(
            "body.terms.amended",
            "body/board",
            ["decisionRule": "majority", "quorum": [part], "acceptsReportedConsents": true],
            occurred: "2020-01-01"
        )
        // In force before the version above, and recorded after it.
        try history.record(
            "body.terms.amended",
            "body/board",
            ["decisionRule": "unanimity", "from": "2019-01-01"]
        )
        func terms(_ day: String) throws -> Terms? { history.state.terms(of: try board, at: try noon(day)) }
        #expect(try terms("2018-03-01") == nil)
        #expect(
            try terms("2018-12-31")
                == Terms(version: 1, decisionRule: .consent, quorum: [], acceptsReportedConsents: false)
        )
        #expect(
            try terms("2019-06-01")
                == Terms(version: 3, decisionRule: .unanimity, quorum: [], acceptsReportedConsents: false)
        )
        #expect(
            try terms("2020-06-01")
                == Terms(
                    version: 2,
                    decisionRule: .majority,
                    quorum: [QuorumPart(organisation: try key("provide"), seatClass: nil, count: 1)],
                    acceptsReportedConsents: true
                )
        )
        #expect(history.state.terms(of: try key("stranger"), at: history.now) == nil)
    }

    @Test func dissolutionEndsABodyAndItsSeats() throws {
        var history = try History.ofVenture()
        try history.seat("chair", "provide")
        try history.record("body.dissolved", "body/board", ["reason": "Merged"], occurred: "2021-05-01")
        let before = try #require(history.state.bodyView(try board, validAt: try noon("2021-04-30")))
        #expect((before.truth, before.kind, before.terms?.version) == (.yes, .programmeBoard, 1))
        #expect(before.seats.map(\.key.text) == ["chair"])
        #expect(history.state.bodyView(try board, validAt: try noon("2021-05-02")) == nil)
        #expect(history.state.seatView(try key("chair"), validAt: try noon("2021-05-02")) == nil)
        let late = try history.seat("late", "council", occurred: "2020")
        #expect(late.entry.warnings == [])
        #expect(history.state.seat(try key("late"))?.validity.to == (try EDTF("2021-05-01")))
    }

    private static let acts: [(String, String, JSON)] = [
        ("body.terms.amended", "body/board", ["decisionRule": "majority"]),
        ("body.dissolved", "body/board", [:]),
        ("seat.created", "seat/new", ["body": "board", "organisation": "provide", "seatClass": "lay"]),
        ("meeting.held", "meeting/", ["body": "board"]),
        ("body.constituted", "body/group", ["title": "x", "kind": "workingGroup", "parent": "board"]),
        (
            "function.delegated", "delegation/",
            ["function": "x", "organisation": "provide", "holder": "body/board"]
        ),
    ]

    @Test("Rule 211: nothing happens in a body that is not there", arguments: acts)
    func nothingHappensInABodyThatIsNotThere(name: String, subject: String, data: JSON) throws {
        var history = try History.ofVenture()
        try history.record("body.dissolved", "body/board", occurred: "2021-05-01")
        let refusal = Refusal.governance(.notThere(Subject(.body, try board)))
        #expect(refusal.rule.rawValue == 211)
        for date in ["2021-06-01", "2018-03-01"] {
            #expect(throws: Rejection.refused(refusal)) {
                try history.record(name, subject, data, occurred: date)
            }
        }
    }

    @Test func anImpreciseBeginningIsDoubtful() throws {
        var history = try History.ofVenture()
        try history.record(
            "body.constituted",
            "body/group",
            ["title": "Group", "kind": "workingGroup", "parent": "board"],
            occurred: "2019"
        )
        #expect(try history.seat("one", "provide", in: "group", occurred: "2019-05").entry.warnings == [211])
        #expect(try history.seat("two", "provide", in: "group", occurred: "2020").entry.warnings == [])
        let view = try #require(
            history.state.bodyView(try key("group"), validAt: try noon("2019-06-01"))
        )
        #expect((view.truth, view.parent) == (.possibly, try board))
        #expect(view.seats.map(\.truth) == [.yes])
    }

    @Test func aSeatIsAbolishedOnce() throws {
        var history = try History.ofVenture()
        try history.seat("chair", "provide")
        try history.record("seat.abolished", "seat/chair", occurred: "2020-01-01")
        #expect(history.state.seatView(try key("chair"), validAt: try noon("2019-12-31"))?.truth == .yes)
        #expect(history.state.seatView(try key("chair"), validAt: try noon("2020-01-02")) == nil)
        let refusal = Refusal.governance(.notThere(Subject(.seat, try key("chair"))))
        for date in ["2020-01-01", "2021", "2017"] {
            #expect(throws: Rejection.refused(refusal)) {
                try history.record("seat.abolished", "seat/chair", occurred: date)
            }
        }
    }

    @Test("Rule 213: advisors do not vote and no quorum asks for them")
    func advisorsDoNotVoteAndNoQuorumAsksForThem() throws {
        var history = try History.ofVenture()
        let refusal = Refusal.governance(.advisorVotes(try key("advisor")))
        #expect(refusal.rule.rawValue == 213)
        #expect(throws: Rejection.refused(refusal)) {
            try history.seat("advisor", "university", "advisor", voting: true)
        }
        try history.seat("advisor", "university", "advisor", voting: false)
        let part: JSON = ["organisation": "university", "seatClass": "advisor", "count": 1]
        #expect(throws: Rejection.refused(.governance(.quorumOfAdvisors(try key("university"))))) {
            try history.record("body.terms.amended", "body/board", ["quorum": [part]])
        }
    }

    @Test func aQuorumPartIsOneAtLeastAndNamesWhatExists() throws {
        var history = try History.ofVenture()
        let none: JSON = ["organisation": "provide", "count": 0]
        #expect(throws: Rejection.invalid(FieldError("quorum.0.count", .outOfRange(1...256)))) {
            try history.record("body.terms.amended", "body/board", ["quorum": [none]])
        }
        let stranger: JSON = ["organisation": "stranger", "count": 1]
        #expect(
            throws: Rejection.refused(
                .entry(
                    .unknown(
                        Subject(.organisation, try key("stranger")),
                        field: "quorum.0.organisation"
                    )
                )
            )
        ) { try history.record("body.terms.amended", "body/board", ["quorum": [stranger]]) }
    }

    @Test func aBodyFollowsFromADecision() throws {
        var history = try History.ofVenture()
        try history.record("proposal.tabled", "decision/", ["title": "A working group"])
        try history.record(
            "body.constituted",
            "body/group",
            ["title": "Group", "kind": "workingGroup", "decision": "D-0001"]
        )
        #expect(
            history.state.decision(try key("D-0001"))?.ledTo == [Subject(.body, try key("group"))]
        )
    }
}
