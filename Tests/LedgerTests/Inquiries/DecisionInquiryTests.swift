// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite("Questions about decisions")
struct DecisionInquiryTests {
    private let key = Key(unchecked: "D-0001")
    private let provide = Key(unchecked: JointVenture.provide)
    private let council = Key(unchecked: JointVenture.council)

    /// A decision of 2019, from reports, with an option that was rejected and one that was withdrawn.
    private func past() throws -> History {
        var history = try JointVenture.begin()
        try history.record(
            "finding.recorded",
            "finding/",
            ["title": "gains stay local", "org": "provide"],
            occurred: "2017"
        )
        try history.record(
            "proposal.tabled",
            "decision/",
            ["title": "A joint post", "origin": "middleManagement", "because": ["finding/FI-0001"]],
            occurred: "2019-05-01"
        )
        for (index, (title, kind)) in [
            ("A post", "jointVenture"), ("A contractor", "contractOut"), ("Nothing", "statusQuo"),
        ].enumerated() {
            try history.step(
                "option.added",
                ["option": .integer(Int64(index + 1)), "title": .string(title), "kind": .string(kind)]
            )
        }
        try history.step("option.argued", ["option": 2, "stance": "against", "text": "it costs more to run"])
        try history.step("option.withdrawn", ["option": 3, "reason": "nobody wants it"])
        try history.step("evidence.linked", ["evidence": "REF", "role": "supports"])
        for (partner, date) in [(JointVenture.provide, "2019-05-11"), (JointVenture.council, "2019-08")] {
            try history.record(
                "consent.given",
                "decision/D-0001",
                ["org": .string(partner), "revision": 1],
                occurred: date,
                sources: ["REF"]
            )
        }
        try history.step("dissent.recorded", ["org": "provide", "statement": "too late"], for: "provide")
        try history.step(
            "decision.adopted",
            ["reason": "it joins up", "option": 1, "reviewOn": "2020-09"],
            occurred: "2019-08/2019-09"
        )
        return history
    }

    @Test("The matrix has every partner of every open proposal, what it answered and what is missing")
    func matrix() throws {
        var history = try JointVenture.withProposal()
        try history.record("proposal.tabled", "decision/", ["title": "Vans"])
        try history.consent(JointVenture.provide, revision: 1)
        let report = try ask(GetConsentMatrix.self, of: history)
        #expect(report.rows.count == 4)
        #expect(report.rows.map(\.gap) == [.noAnswer, nil, .noAnswer, .noAnswer])
        #expect(report.rows[1].position?.mode == .given)
        #expect(report.figure("consents that are missing") == "3")
        let missing = try ask(
            GetConsentMatrix.self,
            ["missing": true, "organisation": "provide"],
            of: history
        )
        #expect(missing.rows.map(\.key.text) == ["D-0002"])
        #expect(try ask(GetConsentMatrix.self, of: history, at: "2026-11-20").rows.isEmpty)
    }

    @Test("Reviews are ahead, due while their date lasts, and then overdue, until one is completed")
    func reviews() throws {
        var history = try past()
        func standing(_ date: String, _ history: History) throws -> [String] {
            try ask(ListReviews.self, ["all": true], of: history, at: date).rows.map(\.standing.rawValue)
        }
        #expect(try standing("2019-07-01", history) == [])
        #expect(try standing("2020-08-31", history) == ["ahead"])
        #expect(try standing("2020-09-15", history) == ["due"])
        #expect(try standing("2020-10-01", history) == ["overdue"])
        #expect(try ask(ListReviews.self, of: history, at: "2020-08-31").rows.isEmpty)
        let row = history.state.decisionRow(key, validAt: try asOf("2020-10-01"))
        #expect(row?.flags == [.reviewOverdue])
        try history.step("review.completed", ["outcome": "keep", "nextReview": "2030"], occurred: "2020-11")
        #expect(try standing("2021", history) == ["ahead"])
        #expect(try standing("2020-10-15", history) == ["overdue"])
    }

    @Test("Alternatives say what was not chosen and why, and how often contracting out was rejected")
    func alternatives() throws {
        let history = try past()
        let report = try ask(ListAlternatives.self, of: history)
        #expect(report.rows.map(\.option.number) == [2, 3])
        #expect(report.rows.map { $0.option.isWithdrawn } == [false, true])
        #expect(report.figure("contracting out rejected") == "1 of 1")
        #expect(report.figure("joint venture rejected") == "0 of 1")
        let out = try ask(ListAlternatives.self, ["kind": "contractOut"], of: history)
        #expect(out.rows.first?.option.arguments.map(\.text.plain) == ["it costs more to run"])
        #expect(try ask(ListAlternatives.self, of: history, at: "2019-07-01").rows.isEmpty)
    }

    @Test("Dissent, objections and open conditions are listed until they are withdrawn or met")
    func dissents() throws {
        var history = try JointVenture.withProposal()
        try history.step("dissent.recorded", ["org": "provide", "statement": "no"], for: "provide")
        try history.step("position.stated", ["org": "provide", "stance": "object"], for: "provide")
        try history.step(
            "consent.given",
            ["org": "provide", "revision": 1, "condition": "if a nurse is found"],
            for: "provide"
        )
        #expect(
            try ask(ListDissents.self, of: history).rows.map(\.kind) == ["dissent", "objection", "condition"]
        )
        try history.step("condition.met", ["org": "provide"], for: "provide")
        try history.step("position.stated", ["org": "provide", "stance": "accept"], for: "provide")
        #expect(try ask(ListDissents.self, of: history).rows.map(\.kind) == ["dissent"])
        let others = try ask(ListDissents.self, ["organisation": "essex-county-council"], of: history)
        #expect(others.rows.isEmpty)
    }

    @Test("Latency is a range of days where dates are imprecise, and not defined where nothing is adopted")
    func latency() throws {
        let report = try ask(GetLatency.self, of: try past())
        #expect(report.rows.map(\.step) == ["decision", "consent", "consent"])
        #expect(report.rows[0].days.atLeast == 91)
        #expect(report.rows[0].days.atMost == 152)
        #expect(report.rows.first { $0.organisation == provide }?.days.atLeast == 9)
        #expect(report.figure("median days to adoption") == "91 to 152")
        let open = try ask(GetLatency.self, of: try JointVenture.withProposal())
        #expect(open.figure("adopted") == "0")
        #expect(open.figures.first { $0.name == "median days to adoption" }?.value == nil)
        #expect(open.rows.map(\.to) == [nil, nil, nil])
    }

    @Test("Reversals within so many months are certain, possible or left out")
    func reversals() throws {
        var history = try past()
        try history.record("proposal.tabled", "decision/", ["title": "Another"])
        try history.consentOfBoth("D-0002")
        try history.adopt("D-0002")
        try history.step("decision.superseded", ["decision": "D-0002"])
        let all = try ask(ListReversals.self, of: history)
        #expect(all.rows.map(\.key) == [key])
        #expect(all.figure("share") == "50.0 %")
        #expect(try ask(ListReversals.self, ["months": 12], of: history).rows.isEmpty)
        #expect(try ask(ListReversals.self, ["months": 86], of: history).rows.map(\.isWithin) == [.possibly])
        #expect(try ask(ListReversals.self, ["months": 90], of: history).rows.map(\.isWithin) == [.yes])
        #expect(try ask(ListReversals.self, of: history, at: "2025").rows.isEmpty)
        #expect(try ask(ListReversals.self, of: history, at: "2018").figure("share") == nil)
    }

    @Test("Origins count proposals and decisions, and the share from below the senior level")
    func origins() throws {
        var history = try past()
        for origin in ["board", "frontLine"] {
            try history.record("proposal.tabled", "decision/", ["title": "x", "origin": .string(origin)])
        }
        try history.record("proposal.tabled", "decision/", ["title": "from nowhere"])
        let report = try ask(GetOrigins.self, of: history)
        #expect(report.rows.map(\.origin) == [.board, .middleManagement, .frontLine, nil])
        #expect(report.figure("proposals from below the senior level") == "66.7 %")
        #expect(report.figure("decisions from below the senior level") == "100.0 %")
        #expect(report.figure("proposals without a stated origin") == "1")
        let none = try ask(GetOrigins.self, of: try JointVenture.begin())
        #expect(none.figures.first?.value == nil)
    }

    @Test("Impact follows what stands on a decision, and what would fall with it")
    func impact() throws {
        var history = try past()
        try history.record(
            "post.defined",
            "post/manager",
            ["title": "Manager", "host": "provide", "decision": "D-0001"],
            occurred: "2019-10-01"
        )
        try history.record("person.registered", "person/", ["label": "Manager"])
        try history.record(
            "role.assigned",
            "assignment/",
            ["role": "post/manager", "person": "P-0001"],
            occurred: "2019-11-01"
        )
        try history.record(
            "proposal.tabled",
            "decision/",
            ["title": "Extend it", "because": ["decision/D-0001"]],
            occurred: "2020-01-01"
        )
        let report = try ask(GetImpact.self, ["key": "D-0001"], of: history)
        #expect(
            report.rows.map(\.subject.description) == [
                "post/manager", "decision/D-0002", "assignment/A-0001",
            ]
        )
        #expect(report.rows.map(\.depth) == [1, 1, 2])
        #expect(report.rows.allSatisfy { $0.stands == .yes && $0.wouldFall })
        let before = try ask(GetImpact.self, ["key": "D-0001"], of: history, at: "2019-10-15")
        #expect(before.rows.map(\.subject.description) == ["post/manager"])
        try history.record("post.abolished", "post/manager", occurred: "2021-01-01")
        let after = try ask(GetImpact.self, ["key": "D-0001"], of: history, at: "2022")
        #expect(after.rows.first?.stands == .no)
        #expect(after.figure("on this alone") == "1")
    }

    @Test(
        "The account says who could have vetoed, who did, what was known, what was rejected, what came of it"
    )
    func account() throws {
        var history = try past()
        try history.record(
            "evidence.registered",
            "evidence/LATE",
            ["title": "Account of 2020", "kind": "research", "dated": "2020"]
        )
        try history.step("evidence.linked", ["evidence": "LATE", "role": "context"])
        try history.record("post.defined", "post/manager", ["title": "Manager", "decision": "D-0001"])
        let report = try ask(GetAccount.self, ["key": "D-0001"], of: history)
        func what(_ aspect: GetAccount.Aspect) -> [String] {
            report.rows.filter { $0.aspect == aspect }.map(\.what)
        }
        #expect(report.rows.filter { $0.aspect == .couldVeto }.map(\.who) == [council, provide])
        #expect(what(.vetoed) == [])
        #expect(what(.consented) == ["reported, revision 1", "reported, revision 1"])
        #expect(what(.said) == ["dissent"])
        let known = report.rows.filter { $0.aspect == .knew }
        #expect(
            known.map(\.what) == ["finding/FI-0001", "evidence/REF, supports", "evidence/LATE, context"]
        )
        #expect(known.map(\.known) == [.yes, .yes, .no])
        #expect(what(.chosen) == ["option 1", "because"])
        #expect(
            what(.rejected) == [
                "option 2, contracting out", "against option 2", "option 3, status quo", "option 3 withdrawn",
            ]
        )
        #expect(what(.ledTo) == ["post/manager"])
        #expect(report.rows.allSatisfy { !$0.entries.isEmpty })
        let before = try ask(GetAccount.self, ["key": "D-0001"], of: history, at: "2019-06-01")
        #expect(
            before.rows.allSatisfy {
                $0.aspect == .couldVeto || $0.aspect == .consented || $0.aspect == .knew
            }
        )
        #expect(try ask(GetAccount.self, ["key": "D-0001"], of: history, at: "2018").note != nil)
    }

    @Test("The account names refusals, withdrawn consents and call-ins as vetoes, with their reasons")
    func vetoes() throws {
        var history = try JointVenture.withConsents()
        try history.step("consent.withdrawn", ["org": "provide", "reason": "no money"], for: "provide")
        try history.step(
            "consent.refused",
            ["org": "provide", "revision": 1, "reason": "still none"],
            for: "provide"
        )
        try history.consent(JointVenture.provide, revision: 1)
        try history.step("decision.adopted", ["reason": "r", "callInUntil": "2027"])
        try history.step("decision.calledIn", ["org": "provide", "reason": "too fast"], for: "provide")
        let report = try ask(GetAccount.self, ["key": "D-0001"], of: history)
        let vetoes = report.rows.filter { $0.aspect == .vetoed }
        #expect(vetoes.map { $0.text?.plain } == ["no money", "still none", "too fast"])
        #expect(report.figure("did") == "3")
        #expect(history.state.decisionRow(key, validAt: history.now)?.flags == [.calledIn])
    }

    @Test("The account says who has adopted a practice that came of a decision, and what consultations said")
    func adopters() throws {
        var history = try past()
        try history.record(
            "consultation.opened",
            "consultation/",
            ["title": "What do wards think?", "audience": "staff", "about": "decision/D-0001"],
            occurred: "2019-06"
        )
        try history.record(
            "consultation.response.recorded",
            "consultation/CN-0001",
            ["text": "we welcome it", "stance": "for"],
            occurred: "2019-07"
        )
        try history.record(
            "practice.submitted",
            "practice/",
            ["title": "Daily call", "problem": "nobody knew", "solution": "a call a day", "org": "provide"]
        )
        let practice = "practice/PR-0001"
        try history.record("practice.validated", practice, ["org": "essex-county-council"])
        try history.record("practice.published", practice)
        try history.record(
            "practice.adopted",
            practice,
            ["org": "essex-county-council", "adaptation": "twice a day", "decision": "D-0001"],
            onBehalfOf: JointVenture.council
        )
        let report = try ask(GetAccount.self, ["key": "D-0001"], of: history)
        #expect(report.rows.filter { $0.aspect == .adoptedSince }.map(\.who) == [council])
        let said = report.rows.filter { $0.what == "consultation/CN-0001" }
        #expect(said.map { $0.text?.plain } == ["we welcome it"])
        #expect(said.map(\.known) == [.yes])
    }
}
