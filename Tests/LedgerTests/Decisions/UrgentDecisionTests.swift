// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite("Urgent decisions")
struct UrgentDecisionTests {
    private let key = Key(unchecked: "D-0001")
    private let urgent: JSON = [
        "org": "essex-county-council", "by": "A-0001", "reason": "beds are full", "urgency": "tonight",
    ]

    private func refusal(_ reason: DecisionRefusal) -> Rejection { .refused(.decision(reason)) }

    private func taken(_ data: JSON? = nil) throws -> History {
        var history = try JointVenture.withBoard()
        try history.step("decision.urgent.taken", data ?? urgent, for: JointVenture.council)
        return history
    }

    private func isUnratified(_ history: History, _ date: String) throws -> Truth? {
        let decision = try #require(history.state.decision(key))
        return history.state.isUnratified(decision, at: try AsOf(date).instant)
    }

    @Test("Rule 66: unratified by the date that was stated, it is flagged, by no timer")
    func unratified() throws {
        var history = try taken(urgent.with("ratifyBy", "2026-12-01"))
        #expect(history.status == .urgent)
        #expect(try isUnratified(history, "2026-12-01") == .yes)
        #expect(try isUnratified(history, "2026-11-30") == .no)
        history.now = try #require(Timestamp("2026-12-05T09:00:00.000000Z"))
        let accepted = try history.step("implementation.started")
        #expect(accepted.entry.warnings == [Rule.urgentRatified.rawValue])
        try history.consentOfBoth()
        let ratified = try history.step("decision.ratified")
        #expect(ratified.entry.warnings == [Rule.urgentRatified.rawValue])
        #expect(try isUnratified(history, "2027") == .no)
    }

    @Test("Rule 66: without a date it is due at the next meeting of the body to which it was put")
    func nextMeeting() throws {
        var history = try taken()
        #expect(try isUnratified(history, "2027") == .no)
        history.now = try #require(Timestamp("2026-12-05T09:00:00.000000Z"))
        try history.meet("M-1", [("council-seat", JointVenture.council)])
        #expect(try isUnratified(history, "2026-12-04") == .no)
        #expect(try isUnratified(history, "2026-12-06") == .yes)
        let undated = try JointVenture.withProposal()
        #expect(
            undated.state.decision(key).flatMap { undated.state.isUnratified($0, at: undated.now) } == nil
        )
    }

    @Test("Rule 66: nothing that says by when is accepted with a warning")
    func openEnded() throws {
        var history = try JointVenture.withBoard()
        try history.record("proposal.tabled", "decision/", ["title": "Put to nobody"])
        let accepted = try history.record(
            "decision.urgent.taken",
            "decision/D-0002",
            urgent,
            onBehalfOf: JointVenture.council
        )
        #expect(accepted.entry.warnings == [Rule.urgentRatified.rawValue])
    }

    @Test("Rule 48: ratifying takes every partner's consent, which may be given meanwhile")
    func ratification() throws {
        var history = try taken()
        #expect(history.state.decision(key)?.adoption == nil)
        #expect(throws: Rejection.self) { try history.step("decision.ratified") }
        try history.consentOfBoth()
        try history.step("implementation.started")
        try history.step("decision.ratified", ["reviewOn": "2027"])
        #expect(history.status == .implementing)
        #expect(history.state.decision(key)?.adoption?.required.count == 2)
        #expect(throws: Rejection.self) { try history.step("decision.ratified") }
    }

    @Test("Rule 61: what a partner does not ratify is set aside and cannot be carried out")
    func refused() throws {
        var history = try taken()
        #expect(throws: refusal(.reportWithoutSource(Key(unchecked: "provide"), recordedFor: history.actor)))
        {
            try history.step("decision.ratification.refused", ["org": "provide", "reason": "too dear"])
        }
        try history.step(
            "decision.ratification.refused",
            ["org": "provide", "reason": "too dear"],
            for: "provide"
        )
        #expect(history.status == .setAside)
        #expect(throws: refusal(.doesNotStand(key, .setAside, replacedBy: nil))) {
            try history.step("implementation.started")
        }
    }

    @Test("Rule 49: only for a partner whose consent is needed, and by a role that acts for it")
    func authority() throws {
        var history = try JointVenture.withBoard()
        #expect(throws: refusal(.noAuthority(Key(unchecked: "A-0002"), Key(unchecked: JointVenture.council))))
        {
            try history.step("decision.urgent.taken", urgent.with("by", "A-0002"), for: JointVenture.council)
        }
        #expect(throws: refusal(.notAPartner(Key(unchecked: "programme-office")))) {
            try history.step("decision.urgent.taken", urgent.with("org", "programme-office"))
        }
    }

    @Test("Rule 47: a decision that was taken in urgency is not adopted or revised, only ratified")
    func statuses() throws {
        var history = try taken()
        try history.consentOfBoth()
        #expect(throws: refusal(.status(key, .urgent, step: "adopted"))) { try history.adopt() }
        #expect(throws: refusal(.status(key, .urgent, step: "revised"))) {
            try history.step("proposal.revised", ["title": "x"])
        }
        try history.step("decision.ratified")
        #expect(history.status == .adopted)
    }
}
