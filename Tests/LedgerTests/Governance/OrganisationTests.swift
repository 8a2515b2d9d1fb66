// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct OrganisationTests {
    @Test func aUnitBelongsToTheOrganisationAtTheTop() throws {
        var history = try History.ofOrganisations()
        try history.register("adult-team", parent: "social-care")
        let state = history.state
        #expect(state.root(of: try key("adult-team")) == (try key("council")))
        #expect(state.root(of: try key("council")) == (try key("council")))
        #expect(state.root(of: try key("stranger")) == (try key("stranger")))
        let view = try #require(state.organisationView(try key("social-care"), validAt: history.now))
        #expect(view.parent?.text == "council")
        #expect(view.root.text == "council")
        #expect(view.units.map(\.text) == ["adult-team"])
        #expect(state.organisationView(try key("stranger"), validAt: history.now) == nil)
    }

    @Test func anOrganisationIsNoUnitOfItself() throws {
        var history = try History()
        let itself = Subject(.organisation, try key("circle"))
        #expect(throws: Rejection.refused(.entry(.unknown(itself, field: "parent")))) {
            try history.register("circle", parent: "circle")
        }
    }

    @Test func aCorrectionCannotMakeParentsACircle() throws {
        var history = try History()
        try history.register("outer")
        try history.register("inner", parent: "outer")
        let position = try #require(history.entries.first { $0.subject.key.text == "outer" }?.position)
        let data: JSON = ["title": "outer", "kind": "other", "parent": "inner"]
        let outcome = try history.correcting(
            "entry.corrected",
            "organisation/outer",
            ["entry": .integer(Int64(position)), "data": data, "explanation": "Wrong way round"]
        )
        let inner = Subject(.organisation, try key("inner"))
        let unknown = Rejection.refused(.entry(.unknown(inner, field: "parent")))
        #expect(throws: Rejected(index: 0, rejection: unknown)) { try outcome.get() }
    }

    @Test func aNameIsAsOfTheDay() throws {
        var history = try History.ofOrganisations()
        try history.record(
            "organisation.renamed",
            "organisation/provide",
            ["title": "Provide CIC"],
            occurred: "2014-01-01"
        )
        let provide = try key("provide")
        #expect(history.state.name(of: provide, at: try noon("2013-12-31")) == .plain("provide"))
        #expect(history.state.name(of: provide, at: try noon("2014-01-02")) == .plain("Provide CIC"))
        #expect(history.state.name(of: try key("stranger"), at: history.now) == nil)
    }

    @Test func aSealedNameIsKnownToBeThere() throws {
        let text = Text.sealed(position: 7, field: "title")
        let names = Names(text, position: 7)
        #expect(names.at(.distantPast) == text)
    }

    @Test func successionEndsAnOrganisation() throws {
        var history = try History.ofOrganisations()
        try history.register("board-of-care", kind: "commissioner")
        try history.record(
            "organisation.succeeded",
            "organisation/commissioner",
            ["by": ["board-of-care"]],
            occurred: "2022-07-01"
        )
        let commissioner = try key("commissioner")
        let before = try #require(
            history.state.organisationView(commissioner, validAt: try noon("2022-06-30"))
        )
        #expect((before.truth, before.succession) == (.yes, nil))
        let after = try #require(
            history.state.organisationView(commissioner, validAt: try noon("2022-07-02"))
        )
        #expect(after.truth == .no)
        #expect(after.succession?.successors.map(\.text) == ["board-of-care"])
        let successor = try key("board-of-care")
        #expect(
            history.state.organisationView(successor, validAt: try noon("2022-07-02"))?.predecessors
                == [commissioner]
        )
        #expect(
            history.state.organisationView(successor, validAt: try noon("2020-07-01"))?.predecessors == []
        )
        let refusal = Refusal.governance(.succeeded(commissioner, [successor]))
        #expect(refusal.rule.rawValue == 211)
        let acts: [(String, String, JSON)] = [
            ("organisation.renamed", "organisation/commissioner", ["title": "New"]),
            ("organisation.succeeded", "organisation/commissioner", ["by": ["trust"]]),
            ("partner.joined", "partner/commissioner", ["right": "required"]),
            (
                "organisation.registered", "organisation/new-unit",
                ["title": "x", "kind": "other", "parent": "commissioner"]
            ),
        ]
        for (name, subject, data) in acts {
            #expect(throws: Rejection.refused(refusal)) {
                try history.record(name, subject, data, occurred: "2023")
            }
        }
        try history.record(
            "organisation.renamed",
            "organisation/commissioner",
            ["title": "Earlier"],
            occurred: "2015"
        )
    }

    @Test func anOrganisationDoesNotSucceedItself() throws {
        var history = try History.ofOrganisations()
        #expect(throws: Rejection.refused(.governance(.succeedsItself(try key("trust"))))) {
            try history.record("organisation.succeeded", "organisation/trust", ["by": ["trust"]])
        }
    }

    @Test func successionIsNoCircle() throws {
        var history = try History.ofOrganisations()
        try history.record(
            "organisation.succeeded",
            "organisation/trust",
            ["by": ["provide"]],
            occurred: "2020"
        )
        #expect(
            throws: Rejection.refused(.governance(.succeeded(try key("trust"), [try key("provide")])))
        ) {
            try history.record(
                "organisation.succeeded",
                "organisation/provide",
                ["by": ["trust"]],
                occurred: "2021"
            )
        }
    }

    @Test("Rule 22: several successors need a map of open obligations")
    func severalSuccessorsNeedAMapOfOpenObligations() throws {
        func succession(_ transfers: [(String, String)], by: [String]) throws -> [Int] {
            var history = try History.ofVenture()
            try history.seat("council-member", "council")
            let map = transfers.map { transfer -> JSON in
                ["obligation": .string(transfer.0), "successor": .string(transfer.1)]
            }
            let data: JSON = ["by": .array(by.map(JSON.string))]
            return try history.record(
                "organisation.succeeded",
                "organisation/council",
                data.with("transfers", map.isEmpty ? nil : .array(map)),
                occurred: "2021"
            ).entry.warnings
        }
        let all = [("partner/council", "trust"), ("seat/council-member", "university")]
        #expect(try succession([], by: ["trust", "university"]) == [22])
        #expect(try succession([all[0]], by: ["trust", "university"]) == [22])
        #expect(try succession(all, by: ["trust", "university"]) == [])
        #expect(try succession([], by: ["trust"]) == [])
        let refusal = Refusal.governance(
            .transferToStranger(Subject(.partner, try key("council")), try key("trust"))
        )
        #expect(refusal.rule.rawValue == 22)
        #expect(throws: Rejection.refused(refusal)) { try succession(all, by: ["university"]) }
    }

    @Test("Rule 22: what an organisation hosts, pays for and has agreed is open too")
    func postsFundingAndAgreements() throws {
        var history = try History.partnership()
        try history.register("heir")
        try history.register("other-heir")
        try history.define(with: ["host": "trust"])
        try history.fund(from: "2019-02-01", shares: [("trust", 5_000), ("council", 5_000)])
        try history.record(
            "agreement.recorded",
            "agreement/",
            ["title": "Deed", "form": "other", "parties": ["trust", "council"], "from": "2019-01-01"],
            occurred: "2019-01-01"
        )
        let obligations = ["post/manager", "funding/manager", "agreement/AG-0001"]
        func warnings(_ transferred: [String]) throws -> [Int] {
            var attempt = history
            return try attempt.record(
                "organisation.succeeded",
                "organisation/trust",
                [
                    "by": ["heir", "other-heir"],
                    "transfers": .array(
                        transferred.map { ["obligation": .string($0), "successor": "heir"] }
                    ),
                ]
            ).entry.warnings
        }
        #expect(try warnings(obligations) == [])
        for index in obligations.indices {
            var some = obligations
            some.remove(at: index)
            #expect(try warnings(some) == [22], "\(obligations[index])")
        }
    }
}
