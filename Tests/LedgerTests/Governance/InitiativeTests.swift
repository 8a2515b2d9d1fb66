// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct InitiativeTests {
    private let subject = "initiative/rapid-response"

    private func started() throws -> History {
        var history = try History.ofVenture()
        try history.record(
            "barrier.identified",
            "barrier/",
            ["kind": "prioritiesShift", "title": "The commissioners' focus shifted"],
            occurred: "2016"
        )
        try history.record("initiative.started", subject, ["title": "Rapid response"], occurred: "2013")
        return history
    }

    @Test func anInitiativeIsHeldUpByABarrierAndGoesOn() throws {
        var history = try started()
        try history.record(
            "initiative.suspended",
            subject,
            ["barrier": "BR-0001", "reason": "No time"],
            occurred: "2016-02"
        )
        try history.record("initiative.resumed", subject, ["reason": "Joint venture"], occurred: "2018-03-01")
        func view(_ day: String) throws -> InitiativeView? {
            history.state.initiatives(validAt: try noon(day)).first
        }
        #expect(try view("2012-12-31") == nil)
        let possible = try #require(try view("2013-06-01"))
        #expect((possible.status, possible.truth) == (.running, .possibly))
        let running = try #require(try view("2014-01-01"))
        #expect((running.status, running.truth, running.history.count) == (.running, .yes, 1))
        let doubtful = try #require(try view("2016-02-10"))
        #expect((doubtful.status, doubtful.truth, doubtful.history.count) == (.running, .possibly, 2))
        let held = try #require(try view("2017-01-01"))
        #expect((held.status, held.truth) == (.suspended, .yes))
        #expect(held.history.last?.barrier == (try key("BR-0001")))
        #expect(held.history.last?.reason == .plain("No time"))
        let resumed = try #require(try view("2019-01-01"))
        #expect(resumed.history.map(\.status) == [.running, .suspended, .running])
        #expect(resumed.title == .plain("Rapid response"))
    }

    private static let misfits: [([String], String, InitiativeStatus, InitiativeStatus)] = [
        (["initiative.suspended"], "initiative.suspended", .suspended, .suspended),
        ([], "initiative.resumed", .running, .running),
        (["initiative.ended"], "initiative.resumed", .ended, .running),
        (["initiative.ended"], "initiative.suspended", .ended, .suspended),
        (["initiative.suspended", "initiative.ended"], "initiative.ended", .ended, .ended),
    ]

    @Test("Rule 211: a step fits where the initiative stands", arguments: misfits)
    func aStepFitsWhereTheInitiativeStands(
        steps: [String],
        step: String,
        from: InitiativeStatus,
        to: InitiativeStatus
    ) throws {
        var history = try started()
        for name in steps { try history.record(name, subject, ["reason": "x"], occurred: "2016-02") }
        let refusal = Refusal.governance(
            .initiativeIs(from, try key("rapid-response"), cannotBecome: to)
        )
        #expect(refusal.rule.rawValue == 211)
        #expect(throws: Rejection.refused(refusal)) {
            try history.record(step, subject, ["reason": "x"], occurred: "2017")
        }
    }

    @Test("Rule 211: a step is not dated before the last")
    func aStepIsNotDatedBeforeTheLast() throws {
        var history = try started()
        let refusal = Refusal.governance(
            .beforeLastStep(Subject(.initiative, try key("rapid-response")), try EDTF("2013"))
        )
        #expect(throws: Rejection.refused(refusal)) {
            try history.record("initiative.ended", subject, occurred: "2012")
        }
        let doubtful = try history.record("initiative.ended", subject, occurred: "2013-06")
        #expect(doubtful.entry.warnings == [211])
    }
}
