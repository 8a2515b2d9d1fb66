// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct RegisterTests {
    @Test func aNeedLeadsToWhatRestsOnIt() throws {
        var history = try History.withManager()
        for title in ["One referral", "One assessment"] {
            try history.record(
                "need.identified",
                "need/",
                ["title": .string(title), "org": "provide", "affected": "People leaving hospital"],
                occurred: "2018"
            )
        }
        try history.propose(["because": ["need/N-0001"]], tabled: "2019-02-01")
        try history.propose(["because": ["need/N-0001"], "organisation": "provide"], tabled: "2019-03-01")
        try history.record(
            "consent.given",
            "decision/D-0002",
            ["org": "provide", "revision": 1],
            occurred: "2019-03-02",
            onBehalfOf: "provide"
        )
        try history.record("decision.adopted", "decision/D-0002", ["reason": "r"], occurred: "2019-03-03")

        #expect(try history.work(ListNeeds.self, at: "2017").rows.isEmpty)
        #expect(try history.work(ListNeeds.self, at: "2018").rows.map(\.proposals) == [[], []])
        let report = try history.work(ListNeeds.self, ["organisation": "provide"], at: "2019")
        #expect(report.rows.map { $0.proposals.map(\.text) } == [["D-0001"], []])
        #expect(report.rows.map { $0.decisions.map(\.text) } == [["D-0002"], []])
        #expect(report.figures.map(\.value) == ["2", "1"])
        #expect(try history.work(ListNeeds.self, ["organisation": "council"], at: "2019").rows.isEmpty)

        try history.record(
            "need.closed",
            "need/N-0001",
            ["outcome": "met", "decision": "D-0002"],
            occurred: "2019-06"
        )
        #expect(try history.work(ListNeeds.self, at: "2019-06-15").rows.first?.open == .possibly)
        #expect(try history.work(ListNeeds.self, at: "2019").rows.map(\.key.text) == ["N-0002"])
        let closed = try #require(try history.work(ListNeeds.self, ["all": true], at: "2019").rows.first)
        #expect(closed.ended == "met Jun 2019")
        #expect(closed.closed?.decision?.text == "D-0002")
    }

    @Test("Rule 211: a need is closed once")
    func needsCloseOnce() throws {
        var history = try History.withManager()
        try history.record("need.identified", "need/", ["title": "t"], occurred: "2018")
        try history.record("need.closed", "need/N-0001", ["outcome": "withdrawn"], occurred: "2019")
        let subject = Subject(.need, Key(unchecked: "N-0001"))
        #expect(throws: refused(.alreadyEnded(subject, try EDTF("2019")))) {
            try history.record("need.closed", "need/N-0001", ["outcome": "met"])
        }
    }

    @Test func risksAreListedByScoreAndSeenAsTheyWere() throws {
        var history = try History.withManager()
        try history.record(
            "raid.raised",
            "raid/",
            ["kind": "issue", "title": "No room"],
            occurred: "2019-02"
        )
        try history.record(
            "raid.raised",
            "raid/",
            ["kind": "risk", "title": "The grant ends", "likelihood": 2, "impact": 4, "owner": "A-0001"],
            occurred: "2019-02"
        )
        try history.record(
            "raid.updated",
            "raid/R-0002",
            ["likelihood": 5, "note": "n"],
            occurred: "2019-05"
        )
        func scores(_ date: String, _ parameters: JSON = [:]) throws -> [Int64?] {
            try history.work(ListRaid.self, parameters, at: date).rows.map(\.view.score)
        }
        #expect(try scores("2019-01") == [])
        #expect(try scores("2019-04") == [8, nil])
        #expect(try scores("2019-05") == [20, nil])
        #expect(try scores("2019-05", ["kind": "issue"]) == [nil])
        #expect(try scores("2019-05", ["organisation": "provide"]) == [20])
        let orphan = try #require(try history.work(ListRaid.self, at: "2020-08").rows.first)
        #expect(orphan.orphaned == .yes)
        #expect(orphan.view.owner?.text == "A-0001")
        #expect(orphan.view.note == .plain("n"))

        try history.record("raid.closed", "raid/R-0002", ["outcome": "occurred"], occurred: "2020-09")
        #expect(try history.work(ListRaid.self, at: "2020").rows.map(\.key.text) == ["R-0001"])
        let ended = try history.work(ListRaid.self, ["all": true], at: "2020").rows.map(\.ended)
        #expect(ended == ["occurred Sep 2020", nil])
        #expect(throws: Rejection.invalid(FieldError("impact", .outOfRange(1...5)))) {
            try history.record("raid.updated", "raid/R-0001", ["impact": 6])
        }
    }

    @Test func aConsultationCountsItsResponses() throws {
        var history = try History.withMatter()
        try history.record(
            "consultation.opened",
            "consultation/",
            ["title": "The form", "audience": "staff", "about": "decision/D-0001", "until": "2019-05-31"],
            occurred: "2019-04"
        )
        for (data, occurred) in [
            (["stance": "for", "count": 12], "2019-05"),
            (["stance": "against", "org": "council"], "2019-05-20"),
            (["audience": "carers"], "2019-06-02"),
        ] as [(JSON, String)] {
            try history.record(
                "consultation.response.recorded",
                "consultation/CN-0001",
                data,
                occurred: occurred
            )
        }
        let row = try #require(try history.work(ListConsultations.self, at: "2019-05-31").rows.first)
        #expect(
            [row.count(nil), row.count(.for), row.count(.against), row.count(.neutral)] == [13, 12, 1, 0]
        )
        #expect(row.isPastItsEnd == .no)
        #expect(try history.work(ListConsultations.self, at: "2019-06").rows.first?.isPastItsEnd == .yes)

        try history.record(
            "consultation.closed",
            "consultation/CN-0001",
            ["findings": "Shorter"],
            occurred: "2019-06-30"
        )
        #expect(try history.work(ListConsultations.self, at: "2019-07").rows.isEmpty)
        let parameters: JSON = ["about": "decision/D-0001", "audience": "staff", "all": true]
        let closed = try #require(
            try history.work(ListConsultations.self, parameters, at: "2019-07").rows.first
        )
        #expect(closed.count(nil) == 14)
        #expect(closed.ended?.content.findings == .plain("Shorter"))
        #expect(
            try history.work(ListConsultations.self, ["audience": "carers", "all": true], at: "2019-07").rows
                .isEmpty
        )
        let subject = Subject(.consultation, Key(unchecked: "CN-0001"))
        #expect(throws: refused(.alreadyEnded(subject, try EDTF("2019-06-30")))) {
            try history.record("consultation.response.recorded", "consultation/CN-0001", ["stance": "for"])
        }
    }

    @Test("Rule 240: a dispute between partners has at least two parties")
    func disputesNeedTwo() throws {
        var history = try History.withManager()
        for parties: JSON in [["provide"], ["provide", "provide"]] {
            #expect(throws: refused(.disputeNeedsTwo)) {
                try history.record("dispute.opened", "dispute/", ["title": "t", "parties": parties])
            }
        }
        #expect(Refusal.work(.disputeNeedsTwo).rule.rawValue == 240)
        try history.record("dispute.opened", "dispute/", ["title": "t", "parties": ["provide", "council"]])
    }

    @Test func aDisputeGoesUpAndEnds() throws {
        var history = try History.withMatter()
        try history.record(
            "dispute.opened",
            "dispute/",
            [
                "title": "Who pays", "parties": ["provide", "council"], "about": "decision/D-0001",
                "note": "n",
            ],
            occurred: "2019-03"
        )
        try history.record(
            "dispute.escalated",
            "dispute/DI-0001",
            ["stage": "seniorOfficers"],
            occurred: "2019-04"
        )
        try history.record(
            "dispute.escalated",
            "dispute/DI-0001",
            ["stage": "mediation"],
            occurred: "2019-06"
        )
        func row(_ date: String, _ parameters: JSON = [:]) throws -> ListPartnerDisputes.Row? {
            try history.work(ListPartnerDisputes.self, parameters, at: date).rows.first
        }
        #expect(try row("2019-03")?.stage == nil)
        #expect(try row("2019-05")?.stage == .seniorOfficers)
        #expect(
            try row("2019-06", ["organisation": "council", "about": "decision/D-0001"])?.stage == .mediation
        )
        #expect(try row("2019-06", ["organisation": "trust"]) == nil)
        try history.record(
            "dispute.resolved",
            "dispute/DI-0001",
            ["outcome": "agreed", "note": "Both pay", "decision": "D-0001"],
            occurred: "2019-08"
        )
        #expect(try row("2019-09") == nil)
        let resolved = try #require(try row("2019-09", ["all": true]))
        #expect(resolved.ended == "agreed Aug 2019")
        #expect(resolved.resolution?.note == .plain("Both pay"))
        #expect(
            history.state.decision(Key(unchecked: "D-0001"))?.ledTo.map(\.description) == ["dispute/DI-0001"]
        )
    }
}
