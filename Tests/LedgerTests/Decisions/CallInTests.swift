// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite("Call-in, milestones and blocks")
struct CallInTests {
    private let key = Key(unchecked: "D-0001")
    private let grounds: JSON = ["org": "provide", "reason": "the ward was not asked"]

    private func refusal(_ reason: DecisionRefusal) -> Rejection { .refused(.decision(reason)) }

    private func adopted(until: String? = "2026-11-28") throws -> History {
        var history = try JointVenture.withBoard()
        try history.consentOfBoth()
        let data: JSON = ["reason": "it works"]
        try history.step("decision.adopted", data.with("callInUntil", until.map(JSON.string)))
        return history
    }

    private func calledIn() throws -> History {
        var history = try adopted()
        try history.step("decision.calledIn", grounds, for: "provide")
        return history
    }

    @Test("Rule 47: a decision is called in by a partner, within the time agreed for that")
    func window() throws {
        var without = try adopted(until: nil)
        #expect(throws: refusal(.noCallIn(key))) {
            try without.step("decision.calledIn", grounds, for: "provide")
        }
        var late = try adopted()
        late.now = try #require(Timestamp("2026-11-29T00:00:00.000000Z"))
        #expect(throws: refusal(.callInOver(key, until: "2026-11-28"))) {
            try late.step("decision.calledIn", grounds, for: "provide")
        }
        var vague = try adopted()
        vague.now = try #require(Timestamp("2026-12-29T00:00:00.000000Z"))
        let accepted = try vague.step("decision.calledIn", grounds, for: "provide", occurred: "2026-11")
        #expect(accepted.entry.warnings.contains(Rule.statusAllows.rawValue))
        var history = try adopted()
        #expect(throws: Rejection.self) {
            try history.step(
                "decision.calledIn",
                ["org": "programme-office", "reason": "x"],
                for: "programme-office"
            )
        }
        try history.step("decision.calledIn", grounds, for: "provide")
        #expect(history.status == .calledIn)
    }

    @Test("Rule 62: nothing is carried out before the time for a call-in is over")
    func notBefore() throws {
        var history = try adopted()
        #expect(throws: refusal(.callInOpen(key, until: "2026-11-28"))) {
            try history.step("implementation.started")
        }
        history.now = try #require(Timestamp("2026-11-29T00:00:00.000000Z"))
        try history.step("implementation.started")
    }

    @Test("Rule 61: what is called in or set aside is not carried out; confirmed it is")
    func suspended() throws {
        var history = try calledIn()
        #expect(throws: refusal(.doesNotStand(key, .calledIn, replacedBy: nil))) {
            try history.step("implementation.started", occurred: nil)
        }
        try history.step("callIn.resolved", ["outcome": "confirmed", "reason": "it was"], for: "provide")
        #expect(history.status == .adopted)
        history.now = try #require(Timestamp("2026-11-29T00:00:00.000000Z"))
        try history.step("implementation.started")
        try history.step("implementation.milestone.reached", ["title": "first ward"])
    }

    @Test(
        "Rule 64: one partner alone does not set aside what all agreed; their body or a decision of theirs does"
    )
    func settingAside() throws {
        var history = try calledIn()
        let resolution: JSON = ["outcome": "setAside", "reason": "it was not"]
        #expect(throws: refusal(.callInNeedsDecision(key))) {
            try history.step("callIn.resolved", resolution, for: "provide")
        }
        #expect(throws: Rejection.self) {
            try history.step("callIn.resolved", ["outcome": "confirmed", "reason": "x"])
        }
        try history.meet("M-1", [("council-seat", JointVenture.council)])
        #expect(throws: Rejection.self) {
            try history.step("callIn.resolved", resolution.with("meeting", "M-1"))
        }
        try history.record("proposal.tabled", "decision/", ["title": "Set it aside"])
        #expect(throws: refusal(.replacementNotAdopted(Key(unchecked: "D-0002")))) {
            try history.step("callIn.resolved", resolution.with("decision", "D-0002"))
        }
        try history.consentOfBoth("D-0002")
        try history.adopt("D-0002")
        try history.step("callIn.resolved", resolution.with("decision", "D-0002"))
        #expect(history.status == .setAside)
        #expect(history.state.decision(key)?.callIns.last?.resolved != nil)
    }

    @Test("Rule 61: milestones and blocks belong to a decision that is carried out and stands")
    func milestones() throws {
        var history = try adopted(until: nil)
        #expect(throws: Rejection.self) {
            try history.step("implementation.milestone.reached", ["title": "too early"])
        }
        try history.step("implementation.started")
        try history.record("barrier.identified", "barrier/", ["kind": "funding", "title": "No money"])
        try history.step("implementation.blocked", ["reason": "no money", "barrier": "BR-0001"])
        let blocked = try #require(history.state.decision(key))
        #expect(history.state.blocks(of: blocked, at: history.now).count == 1)
        var removed = history
        try removed.record("barrier.removed", "barrier/BR-0001")
        #expect(removed.state.blocks(of: blocked, at: removed.now).isEmpty)
        try history.step("implementation.milestone.reached", ["title": "first ward"])
        let goesOn = try #require(history.state.decision(key))
        #expect(history.state.blocks(of: goesOn, at: history.now).isEmpty)
        try history.record("proposal.tabled", "decision/", ["title": "Another"])
        try history.consentOfBoth("D-0002")
        try history.adopt("D-0002")
        try history.step("decision.superseded", ["decision": "D-0002", "handover": "the new team"])
        #expect(throws: refusal(.doesNotStand(key, .superseded, replacedBy: Key(unchecked: "D-0002")))) {
            try history.step("implementation.milestone.reached", ["title": "second ward"])
        }
    }

    @Test("A stated position is no consent, and a partner's condition there holds nothing up")
    func positions() throws {
        var history = try JointVenture.withBoard()
        try history.step("position.stated", ["org": "provide", "stance": "object"], for: "provide")
        #expect(throws: Rejection.self) {
            try history.step("position.stated", ["org": "provide", "stance": "accept"])
        }
        try history.consentOfBoth()
        try history.adopt()
        #expect(history.state.decision(key)?.stated.map(\.mode) == [.given])
    }
}
