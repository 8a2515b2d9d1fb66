// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct ActingRoleTests {
    /// A ledger in which somebody holds a post from 2013, and the assignment, to an end that may be absent.
    private static func held(until end: String?) throws -> History {
        var history = try History.acrossTheBoundary()
        try history.record("person.registered", "person/", [:])
        try history.record("post.defined", "post/lecturer", ["title": "Lecturer", "from": "2010"])
        try history.record(
            "role.assigned",
            "assignment/",
            ["role": "post/lecturer", "person": "P-0001", "from": "2013"]
        )
        if let end {
            try history.record("role.ended", "assignment/A-0001", ["to": .string(end)], occurred: end)
        }
        return history
    }

    private static let introduction: JSON = [
        "kind": "introduction", "title": "An introduction", "org": "university", "by": "A-0001",
        "fromOrganisation": "provide", "toOrganisation": "council",
    ]

    private static let request: JSON = [
        "seeker": "council", "seekerBy": "A-0001", "source": "university", "topic": "Evaluation",
    ]

    @Test(arguments: [
        ("boundary.action.recorded", "boundary/", introduction), ("advice.requested", "advice/", request),
    ])
    func rule40ARoleThatHasEndedCannotAct(name: String, subject: String, data: JSON) throws {
        var history = try Self.held(until: "2015")
        let refusal = Refusal.activity(.roleEnded(try key("A-0001")))
        #expect(refusal.rule.rawValue == 40)
        #expect(throws: Rejection.refused(refusal)) {
            try history.record(name, subject, data, occurred: "2016")
        }
        let possibly = try history.record(name, subject, data, occurred: "2015-06")
        #expect(possibly.entry.warnings == [40])
        let before = try history.record(name, subject, data, occurred: "2014")
        #expect(before.entry.warnings.isEmpty)
    }

    @Test func rule40LetsThoseActWhoseRoleGoesOn() throws {
        var history = try Self.held(until: nil)
        let accepted = try history.record(
            "boundary.action.recorded",
            "boundary/",
            Self.introduction,
            occurred: "2019"
        )
        #expect(accepted.entry.warnings.isEmpty)
    }

    @Test func theRemovalOfABarrierIsCreditedToItsDecision() throws {
        var history = try History.acrossTheBoundary()
        try history.record("proposal.tabled", "decision/", ["title": "One referral form"])
        try history.record("barrier.identified", "barrier/", ["kind": "information", "title": "Many forms"])
        try history.record("barrier.removed", "barrier/BR-0001", ["decision": "D-0001"])
        let barrier = Subject(.barrier, try key("BR-0001"))
        #expect(history.state.decision(try key("D-0001"))?.ledTo == [barrier])
        #expect(history.state.barrier(barrier.key)?.removed?.content.decision?.text == "D-0001")
    }
}
