// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct LessonTests {
    private let council: JSON = ["org": "council", "by": "A-0003"]

    private func refused(_ refusal: LearningRefusal) -> Rejection { .refused(.learning(refusal)) }

    @Test("Rule 91: a lesson is not validated by its author, in whatever role")
    func validatedByAuthor() throws {
        var history = try History.learning()
        try history.learn()
        let refusal = LearningRefusal.validatedByAuthor(Subject(.lesson, try key("L-0001")))
        #expect(refusal.rule.rawValue == 91)
        for data: JSON in [
            ["org": "provide", "by": "A-0001"], ["org": "provide", "person": "P-0001"],
            ["org": "council", "person": "P-0001"],
        ] {
            #expect(throws: refused(refusal)) { try history.lesson("validated", data) }
        }
        #expect(try history.lesson("validated", ["org": "provide", "by": "A-0002"]).entry.warnings == [])
    }

    @Test(
        "Rule 91: where the author of a lesson or who validates it is not known, one of the same organisation may be both"
    )
    func validatedByUnknown() throws {
        for (author, data, warnings) in [
            (nil, ["org": "provide", "by": "A-0002"] as JSON, [91]), (nil, ["org": "council"], []),
            ("person/P-0001", ["org": "provide"], [91]), ("assignment/A-0001", ["org": "council"], []),
            ("assignment/A-0001", ["org": "provide", "person": "P-0002"], []),
        ] as [(String?, JSON, [Int])] {
            var history = try History.learning()
            try history.learn(author: author)
            #expect(try history.lesson("validated", data).entry.warnings == warnings)
        }
        var history = try History.learning()
        try history.learn(author: "assignment/A-0001")
        #expect(throws: refused(.validatedByAuthor(Subject(.lesson, try key("L-0001"))))) {
            try history.lesson("validated", ["org": "provide", "by": "A-0001"])
        }
    }

    @Test("Rule 94: a lesson is embedded only once something was done about it")
    func embeddedUnactioned() throws {
        var history = try History.learning()
        try history.learn()
        let lesson = try key("L-0001")
        let evidence: JSON = ["evidence": ["REF"]]
        #expect(LearningRefusal.embeddedUnactioned(lesson, .identified).rule.rawValue == 94)
        #expect(throws: refused(.embeddedUnactioned(lesson, .identified))) {
            try history.lesson("embedded", evidence)
        }
        try history.lesson("validated", council)
        #expect(throws: refused(.embeddedUnactioned(lesson, .validated))) {
            try history.lesson("embedded", evidence)
        }
        try history.lesson("actioned", ["note": "New words in the form"])
        #expect(try history.lesson("embedded", evidence).entry.warnings == [])
        #expect(history.state.lesson(lesson)?.status == .embedded)
    }

    @Test("Rule 94: a lesson is embedded with evidence, or with a source")
    func embeddedWithoutEvidence() throws {
        var history = try History.learning()
        try history.learn()
        try history.lesson("validated", council)
        try history.lesson("actioned", ["note": "New words in the form"])
        let refusal = LearningRefusal.embeddedWithoutEvidence(try key("L-0001"))
        #expect(refusal.rule.rawValue == 94)
        #expect(throws: refused(refusal)) { try history.lesson("embedded", ["note": "Everybody does"]) }
        try history.record("lesson.embedded", "lesson/L-0001", sources: ["REF"])
        #expect(history.state.lesson(try key("L-0001"))?.status == .embedded)
    }

    @Test(
        "Rule 94: a lesson is not embedded before it was acted on, and dates that leave it open warn",
        arguments: [("2020-05", []), ("2021", []), ("2020", [94])] as [(String, [Int])]
    )
    func embeddedWhen(date: String, warnings: [Int]) throws {
        var history = try History.learning()
        try history.learn(occurred: "2018")
        try history.lesson("validated", council, occurred: "2019")
        try history.lesson("actioned", ["note": "New words"], occurred: "2020-05")
        let evidence: JSON = ["evidence": ["REF"]]
        let refusal = LearningRefusal.embeddedBeforeAction(try key("L-0001"), try EDTF("2020-05"))
        #expect(throws: refused(refusal)) { try history.lesson("embedded", evidence, occurred: "2020-04") }
        #expect(try history.lesson("embedded", evidence, occurred: date).entry.warnings == warnings)
    }

    @Test func aLessonTakesNoStepThatItsStatusDoesNotAllow() throws {
        var history = try History.learning()
        try history.learn()
        let lesson = try key("L-0001")
        for (step, data, next) in [
            ("shared", ["organisations": ["council"]] as JSON, LessonStatus.shared),
            ("actioned", ["note": "x"], .actioned), ("retired", ["reason": "x"], .retired),
        ] {
            let refusal = LearningRefusal.lessonIs(.identified, lesson, cannotBecome: next)
            #expect(refusal.rule.rawValue == 211)
            #expect(throws: refused(refusal)) { try history.lesson(step, data) }
        }
        try history.lesson("rejected", ["reason": "Only chance"])
        #expect(throws: refused(.lessonIs(.rejected, lesson, cannotBecome: .validated))) {
            try history.lesson("validated", council)
        }
    }

    @Test func sharingAgainDoesNotTakeALessonBack() throws {
        var history = try History.learning()
        try history.learn()
        try history.lesson("validated", council)
        let shared: JSON = ["organisations": ["council", "trust"], "how": "briefing"]
        try history.lesson("shared", shared)
        #expect(history.state.lesson(try key("L-0001"))?.status == .shared)
        try history.lesson("actioned", ["note": "x"])
        try history.lesson("shared", shared)
        let lesson = try #require(history.state.lesson(try key("L-0001")))
        #expect(lesson.status == .actioned)
        #expect(lesson.sharings.count == 2)
        #expect(throws: refused(.lessonIs(.actioned, try key("L-0001"), cannotBecome: .rejected))) {
            try history.lesson("rejected", ["reason": "x"])
        }
    }

    @Test func anActionSaysWhatWasDone() throws {
        var history = try History.learning()
        try history.learn()
        try history.lesson("validated", council)
        #expect(throws: refused(.nothingDone(try key("L-0001")))) { try history.lesson("actioned") }
    }

    @Test func aStepIsNotDatedBeforeTheOneBeforeIt() throws {
        var history = try History.learning()
        try history.learn(occurred: "2019")
        let subject = Subject(.lesson, try key("L-0001"))
        #expect(throws: Rejection.refused(.activity(.beforeItBegan(subject, began: try EDTF("2019"))))) {
            try history.lesson("validated", council, occurred: "2018")
        }
        try history.lesson("validated", council, occurred: "2019-06")
    }

    @Test func aLessonDoesNotRepeatItself() throws {
        var history = try History.learning()
        try history.learn()
        try history.learn("Again", with: ["repeats": "L-0001"])
        let target = history.entries[history.entries.count - 2]
        let correction = try history.entry(
            "entry.corrected",
            target.subject,
            [
                "entry": .integer(Int64(target.position)), "explanation": "It repeats the later one",
                "data": ["title": "Agree on words first", "org": "provide", "repeats": "L-0002"],
            ]
        )
        let result = history.state.correcting([correction]) { body in history.entries.forEach(body) }
        guard case .failure = result else {
            Issue.record("a circle of repetitions was accepted")
            return
        }
        #expect(history.state.firstLesson(of: try key("L-0002")).text == "L-0001")
    }
}
