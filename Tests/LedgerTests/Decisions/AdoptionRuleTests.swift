// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite("What an adoption rests on")
struct AdoptionRuleTests {
    private let key = Key(unchecked: "D-0001")
    private let both = [("council-seat", JointVenture.council), ("provide-seat", JointVenture.provide)]

    private func refusal(_ reason: DecisionRefusal) -> Rejection { .refused(.decision(reason)) }

    @Test("Rule 59: the terms and the quorum of the day are kept with the decision, whatever comes later")
    func quorumIsKept() throws {
        var history = try JointVenture.withBoard()
        try history.consentOfBoth()
        try history.meet("M-1", [("council-seat", JointVenture.council)])
        #expect(throws: Rejection.self) {
            try history.step("decision.adopted", ["reason": "it works", "meeting": "M-1"])
        }
        try history.meet("M-2", both)
        try history.step("decision.adopted", ["reason": "it works", "meeting": "M-2"])
        try history.record("body.terms.amended", "body/board", ["decisionRule": "consent"])
        let adoption = history.state.decision(key)?.adoption
        #expect(adoption?.termsVersion == 1)
        let present = ["council-seat", "provide-seat"].map { Key(unchecked: $0) }
        #expect(adoption?.quorum == QuorumSnapshot(present: present, missing: [], isKnown: true))
    }

    @Test("Rule 56: a decision without reasons is refused")
    func reasons() throws {
        var history = try JointVenture.withConsents()
        #expect(throws: Rejection.self) { try history.step("decision.adopted", ["conflicts": "none"]) }
        try history.step("decision.adopted", ["reason": "it works"])
    }

    @Test("Rule 60: an amount over the limit of the delegation is refused, one within it accepted")
    func limits() throws {
        var history = try JointVenture.withBoard()
        let limit: JSON = ["currency": "GBP", "minor": 100_000]
        try history.record(
            "function.delegated",
            "delegation/",
            [
                "function": "small works", "organisation": "provide", "holder": "body/board", "limit": limit,
            ],
            occurred: "2018-05"
        )
        try history.consentOfBoth()
        let data: JSON = ["reason": "cheap", "delegation": "DE-0001"]
        let over = data.with("amount", ["currency": "GBP", "minor": 100_001])
        let overLimit = refusal(
            .overLimit(Key(unchecked: "DE-0001"), limit: Money(minor: 100_000, currency: "GBP"))
        )
        #expect(throws: overLimit) { try history.step("decision.adopted", over) }
        let warned = try history.entryWarnings("decision.adopted", data)
        #expect(warned.contains(Rule.amountWithinLimit.rawValue))
        try history.step("decision.adopted", data.with("amount", limit))
    }

    @Test("Rule 70: what has lapsed is not adopted, until a revision or a deferral sets another deadline")
    func deadlines() throws {
        let lapsed = refusal(.lapsed(key, deadline: "2026-11-20"))
        var history = try JointVenture.withBoard(deadline: "2026-11-20")
        try history.consentOfBoth()
        #expect(history.state.decision(key)?.hasLapsed(at: history.now) == true)
        #expect(throws: lapsed) { try history.adopt() }
        var deferred = history
        try deferred.step("decision.deferred", ["until": "2027-01"])
        try deferred.adopt()
        try history.step("proposal.revised", ["deadline": "2027"])
        try history.consentOfBoth(revision: 2)
        try history.adopt()
        #expect(history.status == .adopted)
    }

    @Test("Rule 70: a deadline counts until its end, and an imprecise date is accepted with a warning")
    func imprecise() throws {
        var history = try JointVenture.withBoard(deadline: "2026-11-21")
        try history.consentOfBoth()
        #expect(try history.entryWarnings("decision.adopted", ["reason": "r"]) == [])
        var other = try JointVenture.begin()
        let proposal: JSON = ["title": "A post", "deadline": "2019-08"]
        try other.record("proposal.tabled", "decision/", proposal, occurred: "2019-05")
        for partner in [JointVenture.provide, JointVenture.council] {
            try other.record(
                "consent.given",
                "decision/D-0001",
                ["org": .string(partner), "revision": 1],
                occurred: "2019-06",
                sources: ["REF"]
            )
        }
        let accepted = try other.step("decision.adopted", ["reason": "r"], occurred: "2019-08/2019-09")
        #expect(accepted.entry.warnings == [Rule.deadlineLapses.rawValue])
    }

    @Test("Rule 71: a partner that left is no longer waited for, and past decisions stay as they were")
    func leaving() throws {
        var history = try JointVenture.begin()
        let third = "hospital"
        try history.record(
            "organisation.registered",
            "organisation/\(third)",
            ["title": "Hospital", "kind": "provider"]
        )
        try history.record("partner.joined", "partner/\(third)", ["right": "required"], occurred: "2018")
        for _ in 1...2 { try history.record("proposal.tabled", "decision/", ["title": "Vans"]) }
        try history.consentOfBoth()
        try history.consentOfBoth("D-0002")
        try history.consent(third, revision: 1)
        try history.adopt()
        #expect(throws: Rejection.self) { try history.adopt("D-0002") }
        try history.record("partner.left", "partner/\(third)")
        try history.adopt("D-0002")
        #expect(history.state.decision(key)?.adoption?.required.count == 3)
        #expect(history.state.decision(Key(unchecked: "D-0002"))?.adoption?.required.count == 2)
    }

    @Test("Rule 63: a decision is superseded once, by another, never in a circle")
    func superseding() throws {
        var history = try JointVenture.withDecision()
        for number in 2...3 {
            try history.record("proposal.tabled", "decision/", ["title": "Another"])
            try history.consentOfBoth("D-000\(number)")
            try history.adopt("D-000\(number)")
        }
        #expect(throws: refusal(.replacementNotAdopted(key))) {
            try history.step("decision.superseded", ["decision": "D-0001"])
        }
        try history.step("decision.superseded", ["decision": "D-0002"])
        #expect(throws: refusal(.status(key, .superseded, step: "superseded"))) {
            try history.step("decision.superseded", ["decision": "D-0003"])
        }
        #expect(throws: refusal(.replacementNotAdopted(key))) {
            try history.record("decision.superseded", "decision/D-0002", ["decision": "D-0001"])
        }
    }
}

extension History {
    /// The rules of which a step of `decision/D-0001` would warn; nothing is recorded.
    func entryWarnings(_ name: String, _ data: JSON) throws -> [Int] {
        var attempt = self
        return try attempt.step(name, data).entry.warnings
    }
}
