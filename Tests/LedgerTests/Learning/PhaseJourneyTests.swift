// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct PhaseJourneyTests {
    private static func finding(_ history: inout History, _ title: String, _ occurred: String) throws {
        try history.record("finding.recorded", "finding/", ["title": .string(title)], occurred: occurred)
    }

    @Test("Rule 97: phases do not overlap, so that a step is in one of them or may be in two")
    func stepsAreInPhases() throws {
        var history = try History.learning()
        try history.declarePhases("2013", "2015-06", "2018")
        #expect(throws: Rejection.refused(.governance(.phasesOverlap(3, 4)))) {
            try history.record(
                "phase.declared",
                "venture/integrated-care",
                ["ordinal": 4, "title": "Overlapping", "from": "2017"]
            )
        }
        for (title, date) in [
            ("before", "2012-05"), ("in 1", "2014"), ("1 or 2", "2015"), ("in 2", "2016"), ("in 3", "2020"),
        ] {
            try Self.finding(&history, title, date)
        }
        let rows = try history.journey().rows(in: history.state).filter { $0.type == "finding.recorded" }
        #expect(rows.map { $0.phase?.ordinal } == [nil, 1, 1, 2, 3])
        #expect(rows.map { $0.phase?.truth } == [nil, .yes, .possibly, .yes, .yes])
    }

    @Test func aReflectionBelongsToThePhaseOnWhichItLooksBack() throws {
        var history = try History.learning()
        try history.declarePhases("2013", "2015")
        #expect(throws: Rejection.refused(.learning(.noPhase(3)))) {
            try history.record("reflection.recorded", "reflection/", ["text": "x", "phase": 3])
        }
        try history.record(
            "reflection.recorded",
            "reflection/",
            [
                "text": "We stopped counting who owed whom", "phase": 1, "org": "sociology",
                "perspective": "front-line manager",
            ],
            occurred: "2020"
        )
        let rows = try history.journey().rows(in: history.state)
        let reflection = try #require(rows.first { $0.type == "reflection.recorded" })
        #expect(reflection.phase == PhasePlace(ordinal: 1, truth: .yes))
        #expect(reflection.title == .plain("We stopped counting who owed whom"))
        #expect(reflection.lanes.map(\.text) == ["university"])
    }

    @Test func whatIsLearntHasItsPlaceInTheJourney() throws {
        var history = try History.published()
        try history.practice("adopted", ["org": "council", "adaptation": "x"], occurred: "2019-06")
        try history.learn(occurred: "2019-07")
        let rows = try history.journey().rows(in: history.state).filter {
            [.lesson, .practice].contains($0.subject.kind)
        }
        #expect(
            rows.map(\.type) == [
                "practice.submitted", "practice.published", "practice.adopted", "lesson.identified",
            ]
        )
        #expect(rows.map { $0.lanes.map(\.text) } == [["provide"], ["provide"], ["council"], ["provide"]])
        #expect(rows[2].title == .plain("One triage call"))
    }
}
