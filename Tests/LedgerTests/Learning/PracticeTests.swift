// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct PracticeTests {
    private func refused(_ refusal: LearningRefusal) -> Rejection { .refused(.learning(refusal)) }

    private let practice = Subject(.practice, Key(unchecked: "PR-0001"))

    @Test("Rule 91: a practice is not judged by its author")
    func judgedByAuthor() throws {
        var history = try History.learning()
        try history.submit()
        for (step, data) in [
            ("validated", ["org": "provide", "by": "A-0001"] as JSON),
            ("returned", ["org": "provide", "person": "P-0001", "reason": "x"]),
        ] {
            #expect(throws: refused(.validatedByAuthor(practice))) { try history.practice(step, data) }
        }
        #expect(try history.practice("validated", ["org": "provide"]).entry.warnings == [91])
        #expect(history.state.practice(practice.key)?.status == .validated)
    }

    @Test("Rule 92: a practice is adopted once it is published, and not before")
    func adoptedUnpublished() throws {
        var history = try History.learning()
        try history.submit()
        try history.practice("validated", ["org": "council"], occurred: "2018")
        let adoption: JSON = ["org": "council", "adaptation": "Twice a day"]
        #expect(LearningRefusal.notPublished(practice.key).rule.rawValue == 92)
        #expect(throws: refused(.notPublished(practice.key))) { try history.practice("adopted", adoption) }
        try history.practice("published", occurred: "2019-03")
        let early = LearningRefusal.adoptedBeforePublished(practice.key, try EDTF("2019-03"))
        #expect(early.rule.rawValue == 92)
        #expect(throws: refused(early)) { try history.practice("adopted", adoption, occurred: "2019-02") }
        #expect(try history.practice("adopted", adoption, occurred: "2019-04").entry.warnings == [])
    }

    @Test("Rule 92: where dates leave open whether it was published by then, an adoption warns")
    func adoptedPossiblyUnpublished() throws {
        var history = try History.published()
        let adoption: JSON = ["org": "council", "adaptation": "Twice a day"]
        #expect(try history.practice("adopted", adoption, occurred: "2019").entry.warnings == [92])
    }

    @Test(
        "Rule 92: an organisation does not adopt its own practice, nor that of its units",
        arguments: ["provide", "unit"]
    )
    func adoptedByOrigin(organisation: String) throws {
        var history = try History.published()
        try history.record(
            "organisation.registered",
            "organisation/unit",
            ["title": "A ward", "kind": "provider", "parent": "provide"]
        )
        let refusal = LearningRefusal.adoptsItsOwn(practice.key, try key(organisation))
        #expect(refusal.rule.rawValue == 92)
        #expect(throws: refused(refusal)) {
            try history.practice("adopted", ["org": .string(organisation), "adaptation": "x"])
        }
        #expect(refusal.next == ["jvctl practice use PR-0001 \(organisation)"])
    }

    @Test("Rule 93: an adoption says what was adapted, or why nothing was, or a warning")
    func adaptationStated() throws {
        var history = try History.published()
        #expect(try history.practice("adopted", ["org": "council"]).entry.warnings == [93])
        let unchanged: JSON = ["org": "trust", "unchanged": true, "adaptation": "None needed: same wards"]
        #expect(try history.practice("adopted", unchanged).entry.warnings == [])
        let adapted: JSON = ["org": "university", "adaptation": "By telephone"]
        #expect(try history.practice("adopted", adapted).entry.warnings == [])
        let adoptions = try #require(history.state.practice(practice.key)).adoptions
        #expect(adoptions.map(\.adopted.content.isAdapted) == [false, false, true])
    }

    @Test("Rule 98: a rating by somebody who has recorded no use warns")
    func ratedByUsers() throws {
        var history = try History.published()
        #expect(try history.practice("rated", ["org": "council", "rating": 4]).entry.warnings == [98])
        try history.practice(
            "used",
            ["org": "council", "by": "A-0003", "worked": "yes"],
            occurred: "2019-05"
        )
        #expect(try history.practice("rated", ["org": "council", "rating": 4]).entry.warnings == [])
        #expect(
            try history.practice("rated", ["org": "council", "person": "P-0003", "rating": 5]).entry.warnings
                == []
        )
        #expect(
            try history.practice("rated", ["org": "council", "person": "P-0002", "rating": 1]).entry.warnings
                == [98]
        )
        #expect(try history.practice("rated", ["org": "trust", "rating": 1]).entry.warnings == [98])
    }

    @Test("Rule 98: a rating dated before the use warns, and one that may be later does not")
    func ratedBeforeUse() throws {
        var history = try History.published()
        try history.practice("used", ["org": "council", "worked": "partly"], occurred: "2019-05")
        let rating: JSON = ["org": "council", "rating": 3]
        #expect(try history.practice("rated", rating, occurred: "2019-04").entry.warnings == [98])
        #expect(try history.practice("rated", rating, occurred: "2019").entry.warnings == [])
        #expect(throws: Rejection.invalid(FieldError("rating", .outOfRange(1...5)))) {
            try history.practice("rated", ["org": "council", "rating": 6])
        }
    }

    @Test func whatWasReturnedIsSubmittedAgainUnderItsKey() throws {
        var history = try History.learning()
        try history.submit()
        #expect(throws: refused(.practiceIs(.submitted, practice.key, cannotBecome: .submitted))) {
            try history.submit(to: "PR-0001")
        }
        #expect(throws: refused(.practiceIs(.submitted, practice.key, cannotBecome: .published))) {
            try history.practice("published")
        }
        try history.practice(
            "returned",
            ["org": "council", "reason": "For which patients?"],
            occurred: "2018"
        )
        try history.submit("One triage call for frail patients", to: "PR-0001", occurred: "2019")
        let kept = try #require(history.state.practice(practice.key))
        #expect(kept.status == .submitted)
        #expect(kept.submitted.content.title == .plain("One triage call for frail patients"))
        #expect(kept.submission(at: try endOf("2018"))?.content.title == .plain("One triage call"))
        #expect(kept.stages.all.map(\.status) == [.submitted, .returned, .submitted])
    }

    @Test func aPracticeIsAdoptedOncePerServiceAndAbandonedOnce() throws {
        var history = try History.published()
        let adoption: JSON = ["org": "council", "adaptation": "Twice a day"]
        #expect(throws: refused(.notAdopted(practice, by: try key("council")))) {
            try history.practice("abandoned", ["org": "council", "reason": "x"])
        }
        try history.practice("adopted", adoption)
        #expect(throws: refused(.adoptedAlready(practice.key, try key("council")))) {
            try history.practice("adopted", adoption)
        }
        try history.practice("abandoned", ["org": "council", "reason": "Nobody calls"])
        try history.practice("adopted", adoption)
        #expect(history.state.practice(practice.key)?.adoptions.count == 2)
    }

    @Test func aRetiredPracticeIsNotUsedAfterwards() throws {
        var history = try History.published()
        try history.practice("retired", ["reason": "Superseded"], occurred: "2020")
        #expect(throws: refused(.practiceRetired(practice.key))) {
            try history.practice("used", ["org": "trust", "worked": "no"], occurred: "2021")
        }
        try history.practice("used", ["org": "trust", "worked": "no"], occurred: "2019-12")
    }

    @Test func anAdoptionByADecisionIsWhatTheDecisionLedTo() throws {
        var history = try History.published()
        try history.record(
            "proposal.tabled",
            "decision/",
            ["title": "Take up the call", "organisation": "council"]
        )
        try history.practice("adopted", ["org": "council", "adaptation": "x", "decision": "D-0001"])
        #expect(history.state.decision(try key("D-0001"))?.ledTo == [practice])
    }
}
