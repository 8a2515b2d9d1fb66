// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct KnowledgeAndToolTests {
    private let workshop: JSON = [
        "kind": "workshop", "title": "Evaluation", "host": "university", "organisations": ["provide"],
    ]
    private let review: JSON = [
        "title": "Winter 2019", "host": "provide", "organisations": ["council"], "expected": "Ten a week",
        "actual": "Four", "why": "No cover at weekends", "improve": "A weekend rota",
    ]

    private func refused(_ refusal: LearningRefusal) -> Rejection { .refused(.learning(refusal)) }

    @Test func whatWasScheduledIsHeldUnderItsKeyAndOnce() throws {
        var history = try History.learning()
        try history.record(
            "knowledge.event.scheduled",
            "knowledge/",
            workshop,
            occurred: "2031",
            basis: "planned"
        )
        try history.record("knowledge.event.held", "knowledge/K-0001", workshop, occurred: "2026-05")
        let event = try #require(history.state.knowledgeEvent(try key("K-0001")))
        #expect(event.isHeld)
        #expect(event.scheduled?.happening.occurrence.date.text == "2031")
        let refusal = LearningRefusal.heldAlready(try key("K-0001"))
        #expect(refusal.rule.rawValue == 211)
        #expect(throws: refused(refusal)) {
            try history.record("knowledge.event.held", "knowledge/K-0001", workshop)
        }
        #expect(throws: refused(refusal)) { try history.record("aar.held", "knowledge/K-0001", review) }
    }

    @Test func aReviewKeepsItsAnswersAndCountsAsAnEvent() throws {
        var history = try History.learning()
        try history.record("aar.held", "knowledge/", review, occurred: "2020-02")
        let event = try #require(history.state.knowledgeEvent(try key("K-0001")))
        #expect(event.content.form == .afterActionReview)
        #expect(event.review?.content.why == .plain("No cover at weekends"))
        #expect(throws: Rejection.refused(.activity(.heldIsPlanned))) {
            try history.record("aar.held", "knowledge/", review, occurred: "2031", basis: "planned")
        }
        let participation = try history.answer(GetParticipation.self)
        #expect(participation.column("organisation") == ["council", "provide"])
        #expect(participation.column("hosted") == ["0", "1"])
    }

    @Test func aRetractedHoldingLeavesThePlan() throws {
        var history = try History.learning()
        let plan = try history.record(
            "knowledge.event.scheduled",
            "knowledge/",
            workshop,
            occurred: "2031",
            basis: "planned"
        )
        let held = try history.record("knowledge.event.held", "knowledge/K-0001", workshop)
        try history.record(
            "entry.retracted",
            "knowledge/K-0001",
            ["entry": .integer(Int64(held.entry.position)), "explanation": "It was cancelled"]
        )
        let event = try #require(history.replayed.knowledgeEvent(try key("K-0001")))
        #expect(!event.isHeld)
        #expect(event.happening.position == plan.entry.position)
    }

    @Test func aToolIsTakenUpUsedAndDropped() throws {
        var history = try History.learning()
        try history.record(
            "tool.introduced",
            "tool/evaluation",
            ["title": "Evaluation tool", "kind": "evaluation", "host": "university"],
            occurred: "2019-05"
        )
        let both: JSON = ["organisations": ["provide", "council"]]
        let subject = Subject(.tool, try key("evaluation"))
        #expect(throws: Rejection.refused(.activity(.beforeItBegan(subject, began: try EDTF("2019-05"))))) {
            try history.record("tool.adopted", "tool/evaluation", both, occurred: "2019-04")
        }
        try history.record("tool.adopted", "tool/evaluation", both, occurred: "2019-07")
        try history.record("tool.used", "tool/evaluation", both, occurred: "2019-09")
        #expect(throws: refused(.notAdopted(subject, by: try key("trust")))) {
            try history.record(
                "tool.dropped",
                "tool/evaluation",
                ["organisations": ["trust"], "reason": "x"]
            )
        }
        try history.record(
            "tool.dropped",
            "tool/evaluation",
            ["organisations": ["council"], "reason": "Its own now"],
            occurred: "2021"
        )
        let now = try history.answer(ListTools.self)
        #expect(now.column("users") == ["provide"])
        #expect(now.column("sessions") == ["1"])
        #expect(
            try history.answer(ListTools.self, validAt: "2019-08").column("users") == ["provide, council"]
        )
        #expect(try history.answer(ListTools.self, validAt: "2019-06").column("users") == [""])
        #expect(try history.answer(ListTools.self, validAt: "2018").rows.isEmpty)
    }

    @Test func aCommunityHasTheMembersThatJoinedAndDidNotLeave() throws {
        var history = try History.learning()
        try history.record(
            "community.formed",
            "community/frailty",
            ["title": "Frailty", "organisations": ["provide"]],
            occurred: "2015"
        )
        let community = try key("frailty")
        #expect(throws: refused(.memberAlready(try key("provide"), community))) {
            try history.record("community.joined", "community/frailty", ["org": "provide"])
        }
        try history.record("community.joined", "community/frailty", ["org": "trust"], occurred: "2016")
        try history.record("community.left", "community/frailty", ["org": "provide"], occurred: "2018")
        #expect(throws: refused(.noMember(try key("provide"), community))) {
            try history.record("community.left", "community/frailty", ["org": "provide"])
        }
        try history.record("community.closed", "community/frailty", ["reason": "Done"], occurred: "2020")
        #expect(throws: refused(.communityClosed(community))) {
            try history.record("community.joined", "community/frailty", ["org": "council"])
        }
        #expect(try history.answer(ListCommunities.self).rows.isEmpty)
        #expect(try history.answer(ListCommunities.self, ["all": true]).column("members") == ["trust"])
        let then = try history.answer(ListCommunities.self, validAt: "2017")
        #expect(then.column("members") == ["provide, trust"])
        #expect(then.column("goesOn") == ["yes"])
        #expect(try history.answer(ListCommunities.self, validAt: "2020-06").column("goesOn") == ["possibly"])
    }

    @Test func recognitionEnablersAndMisconceptionsAreKept() throws {
        var history = try History.learning()
        try history.record(
            "recognition.given",
            "recognition/",
            ["title": "Partnership of the year", "recipient": "person/P-0001", "org": "council"]
        )
        try history.record(
            "enabler.identified",
            "enabler/",
            ["kind": "trust", "title": "High trust", "organisations": ["provide"], "evidence": ["REF"]]
        )
        try history.record(
            "misconception.flagged",
            "misconception/",
            ["number": 2, "title": "It is all about technology", "org": "trust"]
        )
        #expect(throws: Rejection.invalid(FieldError("number", .outOfRange(1...4)))) {
            try history.record("misconception.flagged", "misconception/", ["number": 5, "title": "x"])
        }
        let state = history.state
        #expect(
            state.title(of: Subject(.recognition, try key("RG-0001"))) == .plain("Partnership of the year")
        )
        #expect(state.title(of: Subject(.enabler, try key("EN-0001"))) == .plain("High trust"))
        #expect(
            state.title(of: Subject(.misconception, try key("MC-0001")))
                == .plain("It is all about technology")
        )
        let coverage = try history.answer(GetPrincipleCoverage.self).column("suggestions")
        #expect(coverage[1] == "misconception/MC-0001: a misconception was named")
        #expect(coverage[2].contains("recognition/RG-0001: recognition was given"))
    }
}
