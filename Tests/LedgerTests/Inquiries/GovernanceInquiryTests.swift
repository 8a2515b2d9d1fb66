// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

/// Questions about bodies, meetings, delegations, agreements and interests.
@Suite struct GovernanceInquiryTests {
    @Test func whichTermsApplied() throws {
        var history = try History.ofVenture()
        try history.record(
            "body.terms.amended",
            "body/board",
            [
                "decisionRule": "majority", "quorum": [["organisation": "council", "count": 2]],
                "papersDays": 5,
            ],
            occurred: "2019"
        )
        func versions(_ day: String, all: Bool = false) throws -> [[String]] {
            let asked: JSON = ["body": "board"]
            return try history.ask(GetTerms.self, asked.with("all", all ? true : nil), at: day)
                .map { ["\($0.terms.version)", $0.truth.rawValue] }
        }
        #expect(try versions("2018-12-31") == [["1", "yes"]])
        #expect(try versions("2019-06-01") == [["1", "possibly"], ["2", "possibly"]])
        #expect(try versions("2020-06-01") == [["2", "yes"]])
        #expect(try versions("2020-06-01", all: true) == [["1", "no"], ["2", "yes"]])
        #expect(try versions("2018-01-01") == [])
        let rows = try history.ask(GetTerms.self, ["body": "board", "all": true], at: "2020-06-01")
        #expect(rows.map { $0.to?.short } == ["2019", nil])
        #expect(rows.last?.terms.quorum.map(\.words) == ["2 of council"])
    }

    @Test func delegationsByWhoDelegatesAndToWhom() throws {
        var history = try History.ofVenture()
        for (organisation, holder, to) in [
            ("council", "body/board", nil), ("social-care", "body/board", "2020-01-01"),
            ("provide", "body/board", nil),
        ] as [(String, String, String?)] {
            let data: JSON = [
                "function": "Assess", "organisation": .string(organisation), "holder": .string(holder),
                "scope": "express", "from": "2019-01-01",
            ]
            try history.record("function.delegated", "delegation/", data.with("to", to.map { .string($0) }))
        }
        let council: JSON = ["organisation": "council"]
        func keys(_ asked: JSON, _ day: String) throws -> [String] {
            try history.ask(ListDelegations.self, asked, at: day).map(\.key.text)
        }
        #expect(try keys(council, "2019-06-01") == ["DE-0001", "DE-0002"])
        #expect(try keys(council, "2020-06-01") == ["DE-0001"])
        #expect(try keys(["organisation": "council", "all": true], "2020-06-01") == ["DE-0001", "DE-0002"])
        #expect(try keys([:], "2018-06-01") == [])
        #expect(try keys(["holder": "body/board"], "2019-06-01").count == 3)
        try history.record("delegation.revoked", "delegation/DE-0001", occurred: "2020-03-01")
        let rows = try history.ask(ListDelegations.self, ["all": true], at: "2020-06-01")
        #expect(rows.first?.truth == .no)
        #expect(rows.first?.delegation.revokedBy != nil)
    }

    @Test func agreementsAsFarAsTheyHadCome() throws {
        var history = try History.under(nil)
        try history.agree(clauses: Array(History.clauses.dropFirst()), with: ["reviewOn": "2020-04-01"])
        try history.sign("trust")
        try history.sign("council")
        try history.record(
            "agreement.varied",
            "agreement/AG-0001",
            ["note": "x", "aims": "y"],
            occurred: "2020-06-01"
        )
        try history.record(
            "agreement.reviewed",
            "agreement/AG-0001",
            ["outcome": "keep", "reviewOn": "2021-04-01"],
            occurred: "2020-07-01"
        )
        try history.record(
            "agreement.terminated",
            "agreement/AG-0001",
            ["reason": "x"],
            occurred: "2021-06-01"
        )
        func row(_ day: String, all: Bool = false) throws -> Agreement? {
            let asked: JSON = [:]
            return try history.ask(ListAgreements.self, asked.with("all", all ? true : nil), at: day).first?
                .agreement
        }
        #expect(try row("2019-02-01") == nil)
        #expect(try row("2019-03-10")?.unsigned(at: noon("2019-03-10")).count == 2)
        let before = try #require(try row("2020-05-01"))
        #expect(before.missingClauses == ["aims"])
        #expect(before.reviewIsOverdue(at: try noon("2020-05-01")) == .yes)
        let after = try #require(try row("2020-08-01"))
        #expect(after.missingClauses == [])
        #expect(after.reviewOn?.text == "2021-04-01")
        #expect(after.positions.count == 5)
        #expect(try row("2021-07-01") == nil)
        #expect(try row("2021-07-01", all: true)?.termination != nil)
        #expect(try history.ask(ListAgreements.self, ["organisation": "provide"], at: "2020-08-01").isEmpty)
        #expect(
            history.state.agreement(try key("AG-0001"))?.asOf(history.now)
                == history.state.agreement(try key("AG-0001"))
        )
    }

    @Test func interestsThatWereHeld() throws {
        var history = try History.ofVenture()
        try history.record("person.registered", "person/", ["label": "Chief"])
        try history.record(
            "interest.declared",
            "interest/",
            [
                "person": "P-0001", "type": "indirect", "organisation": "social-care", "from": "2018",
                "to": "2020-01-01",
            ]
        )
        func count(_ asked: JSON, _ day: String) throws -> Int {
            try history.ask(ListInterests.self, asked, at: day).count
        }
        #expect(try count(["organisation": "council"], "2019-06-01") == 1)
        #expect(try count(["organisation": "provide"], "2019-06-01") == 0)
        #expect(try count(["person": "P-0001"], "2020-06-01") == 0)
        #expect(try count(["all": true], "2020-06-01") == 1)
        #expect(try count(["all": true], "2017-06-01") == 0)
        #expect(try history.ask(ListInterests.self, [:], at: "2018-06-01").map(\.truth) == [.possibly])
    }

    @Test func meetingsAsFarAsTheyHadCome() throws {
        var history = try History.ofVenture()
        try history.record(
            "body.terms.amended",
            "body/board",
            ["quorum": [["organisation": "council", "count": 1]]],
            occurred: "2018-04-01"
        )
        try history.seat("director", "council", "officer")
        try history.record("proposal.tabled", "decision/", ["title": "Vans"], occurred: "2019-05-01")
        let subject = "meeting/M-0001"
        let date: JSON = ["body": "board", "date": "2019-07-15", "title": "July"]
        try history.record("meeting.scheduled", subject, date, occurred: "2019-06-01")
        try history.record("meeting.cancelled", subject, occurred: "2019-06-10")
        try history.record("meeting.rescheduled", subject, ["date": "2019-07-20"], occurred: "2019-06-12")
        try history.record(
            "agenda.published",
            subject,
            ["agenda": "1 Vans", "decisions": ["D-0001"]],
            occurred: "2019-07-01"
        )
        try history.record("paper.circulated", subject, ["title": "Why vans"], occurred: "2019-07-02")
        let present: JSON = [
            "seat": "director", "organisation": "council", "arrived": "2019-07-20T10:00:00Z",
        ]
        try history.record(
            "meeting.held",
            subject,
            ["body": "board", "attendance": [present]],
            occurred: "2019-07-20"
        )
        try history.record(
            "minutes.recorded",
            subject,
            ["body": "board", "approved": true],
            occurred: "2019-09-01"
        )
        func status(_ day: String) throws -> String? {
            try history.ask(ListMeetings.self, [:], at: day).first?.status
        }
        #expect(try status("2019-05-01") == nil)
        #expect(try status("2019-06-05") == "scheduled")
        #expect(try status("2019-06-11") == "cancelled")
        #expect(try status("2019-07-10") == "scheduled")
        let rows = try history.ask(ListMeetings.self, ["decision": "D-0001"], at: "2019-10-01")
        let row = try #require(rows.first)
        #expect(row.status == "held")
        #expect(row.quorateness?.truth == .possibly)
        #expect(row.timeline == ["from the beginning: no", "20 Jul 2019 10:00 UTC: yes"])
        #expect(row.papers.count == 1)
        #expect(row.minutes.map(\.isApproved) == [true])
        #expect(try history.ask(ListMeetings.self, ["decision": "D-0001"], at: "2019-06-20").isEmpty)
    }
}

extension History {
    /// The rows that a question is answered with, at noon of a day, as the ledger asks it.
    func ask<Question: Inquiry>(_ type: Question.Type, _ asked: JSON, at day: String) throws -> [Question.Row]
    {
        try report(type, asked, at: day).rows
    }

    /// What a question is answered with, at noon of a day, as the ledger asks it.
    func report<Question: Inquiry>(_ type: Question.Type, _ asked: JSON, at day: String) throws
        -> Report<Question.Row>
    {
        let question = try Question.asked(try #require(asked.object)).question
            .having { take in for entry in entries { take(entry) } }
        return question.answer(in: World(state, at: try noon(day)))
    }
}
