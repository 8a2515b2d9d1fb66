// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct LearningRuleTests {
    private let workshop: JSON = [
        "kind": "workshop", "title": "Evaluation", "host": "university",
        "organisations": ["provide", "council"], "participants": 20,
    ]

    @Test(arguments: [nil, "inferred"]) func rule230WhatIsScheduledIsPlanned(basis: String?) throws {
        var history = try History.acrossTheBoundary()
        let refusal = Refusal.activity(.scheduledIsNotPlanned)
        #expect(refusal.rule.rawValue == 230)
        #expect(throws: Rejection.refused(refusal)) {
            try history.record(
                "knowledge.event.scheduled",
                "knowledge/",
                workshop,
                occurred: "2021",
                basis: basis
            )
        }
        try history.record(
            "knowledge.event.scheduled",
            "knowledge/",
            workshop,
            occurred: "2031",
            basis: "planned"
        )
        #expect(history.state.knowledgeEvent(try key("K-0001"))?.isHeld == false)
    }

    @Test func rule230WhatWasHeldIsNotPlanned() throws {
        var history = try History.acrossTheBoundary()
        #expect(throws: Rejection.refused(.activity(.heldIsPlanned))) {
            try history.record(
                "knowledge.event.held",
                "knowledge/",
                workshop,
                occurred: "2031",
                basis: "planned"
            )
        }
        try history.record("knowledge.event.held", "knowledge/", workshop, occurred: "2019-05")
        let event = try #require(history.state.knowledgeEvent(try key("K-0001")))
        #expect(event.isHeld)
        #expect(event.content.organisations.map(\.text) == ["provide", "council"])
        #expect(event.content.participants == 20)
    }

    @Test func aBarrierStandsUntilItIsRemoved() throws {
        var history = try History.acrossTheBoundary()
        try history.record(
            "barrier.identified",
            "barrier/",
            [
                "kind": "organisationalBoundary", "title": "Rigid boundaries", "organisations": ["trust"],
                "severity": 4,
            ],
            occurred: "2016/2017"
        )
        try history.record("barrier.removed", "barrier/BR-0001", [:], occurred: "2019-08/2019-09")
        let barrier = try #require(history.state.barrier(try key("BR-0001")))
        #expect(barrier.stands(at: try endOf("2015")) == .no)
        #expect(barrier.stands(at: try endOf("2016")) == .possibly)
        #expect(barrier.stands(at: try endOf("2018")) == .yes)
        #expect(barrier.stands(at: try endOf("2019-08")) == .possibly)
        #expect(barrier.stands(at: try endOf("2019-09")) == .no)
    }

    @Test func rule211ABarrierIsRemovedOnceAndNotBeforeItIsThere() throws {
        var history = try History.acrossTheBoundary()
        let barrier: JSON = ["kind": "trust", "title": "Little trust"]
        try history.record("barrier.identified", "barrier/", barrier, occurred: "2016")
        let subject = Subject(.barrier, try key("BR-0001"))
        #expect(
            throws: Rejection.refused(.activity(.beforeItBegan(subject, began: try EDTF("2016"))))
        ) {
            try history.record("barrier.removed", "barrier/BR-0001", occurred: "2015")
        }
        try history.record("barrier.removed", "barrier/BR-0001", occurred: "2018")
        let refusal = Refusal.activity(.barrierRemoved(subject.key))
        #expect(refusal.rule.rawValue == 211)
        #expect(throws: Rejection.refused(refusal)) {
            try history.record("barrier.removed", "barrier/BR-0001", occurred: "2019")
        }
    }

    @Test(arguments: [0, 6] as [Int64]) func severityIsFrom1To5(severity: Int64) throws {
        var history = try History.acrossTheBoundary()
        #expect(throws: Rejection.invalid(FieldError("severity", .outOfRange(1...5)))) {
            try history.record(
                "barrier.identified",
                "barrier/",
                ["kind": "trust", "title": "Little trust", "severity": .integer(severity)]
            )
        }
    }

    @Test func findingsToolsAndBenefitsAreKept() throws {
        var history = try History.acrossTheBoundary()
        try history.record(
            "finding.recorded",
            "finding/",
            ["title": "Local gains", "outcome": "partial", "org": "university"]
        )
        try history.record(
            "tool.introduced",
            "tool/learning",
            ["title": "Learning tool", "kind": "managementLearning", "host": "university"]
        )
        try history.record(
            "benefit.claimed",
            "benefit/",
            [
                "title": "Cheaper than contracts", "kind": "transactionCost", "claimant": "council",
                "amount": ["minor": 954_600, "currency": "GBP"],
            ]
        )
        let state = history.state
        #expect(state.finding(try key("FI-0001"))?.content.outcome == .partial)
        #expect(state.tool(try key("learning"))?.content.tool == .managementLearning)
        #expect(
            state.benefit(try key("BE-0001"))?.claim.content.amount == Money(minor: 954_600, currency: "GBP")
        )
    }
}
