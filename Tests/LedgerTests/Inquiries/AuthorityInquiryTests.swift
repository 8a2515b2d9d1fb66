// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

/// What an auditor asks of authority, conflicts of interest and what a partner is told.
@Suite struct AuthorityInquiryTests {
    /// A board of one seat for each partner, whose holders consent to a proposal that a meeting adopts.
    private func decided() throws -> History {
        var history = try History.ofVenture()
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
            occurred: "2019-06-01"
        )
        for (partner, by) in [("council", "A-0001"), ("provide", nil)] as [(String, String?)] {
            let data: JSON = ["org": .string(partner), "revision": 1]
            try history.record(
                "consent.given",
                "decision/D-0001",
                data.with("by", by.map { .string($0) }),
                occurred: "2019-07-15",
                sources: ["minutes"]
            )
        }
        try history.record(
            "meeting.held",
            "meeting/",
            [
                "body": "board",
                "attendance": [
                    ["seat": "director", "organisation": "council"],
                    ["seat": "chief", "organisation": "provide"],
                ],
            ],
            occurred: "2019-07-15"
        )
        try history.record(
            "decision.adopted",
            "decision/D-0001",
            ["reason": "Cheap", "meeting": "M-0001", "reviewOn": "2020-07"],
            occurred: "2019-07-15"
        )
        return history
    }

    @Test func whatEachActRestedOn() throws {
        var history = try decided()
        func rows(_ day: String = "2020-01-01", flawed: Bool = false) throws -> [[String]] {
            let asked: JSON = [:]
            return try history.ask(GetAuthority.self, asked.with("flawed", flawed ? true : nil), at: day).map
            {
                [$0.act, $0.organisation?.text ?? "", $0.restsOn.map(\.description).joined(separator: " ")]
                    + $0.findings
            }
        }
        #expect(
            try rows() == [
                ["consents", "council", "assignment/A-0001 seat/director"],
                ["consents", "provide", "", "unnamed"],
                ["adopted", "", "meeting/M-0001 body/board"],
            ]
        )
        #expect(try rows("2019-06-15") == [])
        #expect(try rows(flawed: true).map(\.first) == ["consents"])
        // The role turns out to have ended before: whoever records that is warned, and the auditor is told.
        let end = try history.entry(
            "role.ended",
            Subject(.assignment, .assignment(1)),
            ["to": "2019-05-01"]
        )
        history.force(end)
        try history.record(
            "conflict.recorded",
            "decision/D-0001",
            ["holder": "person/P-0001", "handling": "noVote"],
            occurred: "2019-07-01"
        )
        #expect(try rows().first?.dropFirst(3) == ["ended", "conflicted"])
        let figures = try history.report(GetAuthority.self, [:], at: "2020-01-01").figures
        #expect(
            figures.map { "\($0.name) \($0.value ?? "")" } == [
                "acts 3", "with findings 2", "conflicted 1", "ended 1", "unnamed 1",
            ]
        )
    }

    @Test func whoTookPartInSpiteOfAConflict() throws {
        var history = try decided()
        func conflict(_ person: String, _ handling: String) throws {
            try history.record(
                "conflict.recorded",
                "decision/D-0001",
                ["holder": .string(person), "handling": .string(handling)],
                occurred: "2019-07-01"
            )
        }
        try conflict("person/P-0001", "noVote")
        try conflict("person/P-0002", "noVote")
        try conflict("person/P-0002", "withdrew")
        func verdicts(_ asked: JSON = [:]) throws -> [String] {
            try history.ask(ListConflicts.self, asked, at: "2020-01-01").map {
                "\($0.verdict.rawValue) \($0.participation.words.joined(separator: " "))"
            }
        }
        #expect(
            try verdicts() == [
                "inSpite position attended counted", "clear attended counted", "inSpite attended counted",
            ]
        )
        try history.record(
            "dispensation.granted",
            "decision/D-0001",
            ["holder": "person/P-0001", "grantedBy": "body/board", "reason": "Nobody else knows"],
            occurred: "2019-07-02"
        )
        #expect(try verdicts().first == "dispensed position attended counted")
        #expect(try verdicts(["inSpite": true]) == ["inSpite attended counted"])
        #expect(try history.ask(ListConflicts.self, [:], at: "2019-06-15").isEmpty)
        // Where the terms say so, who withdrew does not count, and nothing is against that.
        try history.record(
            "body.terms.amended",
            "body/board",
            ["excludesConflicted": true],
            occurred: "2019-01-01"
        )
        #expect(
            try verdicts() == [
                "dispensed position attended counted", "clear attended", "clear attended",
            ]
        )
    }

    @Test func whatAPartnerIsTold() throws {
        var history = try decided()
        try history.record(
            "post.defined",
            "post/manager",
            ["title": "Manager", "from": "2019-01-01", "host": "provide"]
        )
        try history.fund(
            from: "2019-04-01",
            to: "2020-04-01",
            total: 100_00,
            shares: [("council", 7_000), ("provide", 3_000)]
        )
        try history.record(
            "agreement.recorded",
            "agreement/",
            [
                "title": "Deed", "form": "contractual", "parties": ["social-care", "provide"],
                "from": "2019-04-01", "reviewOn": "2020-04-01",
            ],
            occurred: "2019-03-01"
        )
        try history.record("review.completed", "decision/D-0001", ["outcome": "keep"], occurred: "2020-06-10")
        func sections(_ from: String, _ until: String, _ day: String = "2021-01-01") throws -> [String] {
            try history.ask(
                GetPartnerReport.self,
                ["organisation": "council", "from": .string(from), "until": .string(until)],
                at: day
            ).map { "\($0.section) \($0.subject.key)" }
        }
        #expect(
            try sections("2019-07", "2019-09") == ["decision D-0001", "payment manager", "agreement AG-0001"]
        )
        #expect(try sections("2018", "2018") == [])
        #expect(
            try sections("2020-04", "2020-06") == [
                "agreement AG-0001", "review D-0001", "reviewDue AG-0001",
            ]
        )
        // Before the review was done, the decision's was due in July 2020.
        #expect(
            try sections("2020-07", "2020-09", "2020-06-01") == ["agreement AG-0001", "reviewDue D-0001"]
        )
        let report = try history.report(
            GetPartnerReport.self,
            ["organisation": "council", "from": "2019-04", "until": "2020-03"],
            at: "2021-01-01"
        )
        #expect(report.rows.first { $0.section == "payment" }?.amount == Money(minor: 70_00, currency: "GBP"))
        #expect(report.figures.first?.value == "2019-04-01/2020-03-31")
        #expect(report.figures.last?.value == "7000")
        #expect(try sections("2020", "2019") == [])
    }
}
