// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct JourneyTests {
    private static let workshop: JSON = [
        "kind": "workshop", "title": "Workshop on the evaluation method", "host": "business-school",
        "organisations": ["provide", "council", "sociology"],
    ]

    /// A workshop of May 2019, and minutes of July 2019 that announce it.
    private static func disputed() throws -> History {
        var history = try History.acrossTheBoundary()
        try history.record(
            "knowledge.event.scheduled",
            "knowledge/",
            workshop,
            occurred: "2019-07/..",
            basis: "planned"
        )
        try history.record("knowledge.event.held", "knowledge/", workshop, occurred: "2019-05")
        let later = Int64(history.state.size - 2)
        try history.record(
            "claim.disputed",
            "claim/",
            ["entries": [.integer(later), .integer(later + 1)], "question": "Held before it was announced?"]
        )
        return history
    }

    @Test func anEventThatSourcesDateDifferentlyStaysTwiceAndIsMarked() throws {
        var history = try Self.disputed()
        try history.act(broker: "sociology", from: "business-school", to: "provide", occurred: "2012")
        let rows = try history.journey().rows(in: history.state)
        #expect(
            rows.map(\.type) == [
                "boundary.action.recorded", "knowledge.event.held", "knowledge.event.scheduled",
            ]
        )
        let claim = try key("C-0001")
        #expect(rows.map(\.disputes) == [[], [claim], [claim]])
        #expect(rows.map(\.isSettledAgainst) == [false, false, false])
        #expect(rows.map(\.happened) == [.yes, .yes, .possibly])
    }

    @Test func aSettledDisputeMarksTheEntryThatDoesNotStand() throws {
        var history = try Self.disputed()
        let held = try history.journey().rows(in: history.state)[0].position
        try history.record(
            "claim.settled",
            "claim/C-0001",
            ["stands": .integer(Int64(held)), "reason": "Those who were there say so"]
        )
        let rows = try history.journey().rows(in: history.state)
        #expect(rows.map(\.type) == ["knowledge.event.held", "knowledge.event.scheduled"])
        #expect(rows.map(\.disputes.count) == [1, 1])
        #expect(rows.map(\.isSettledAgainst) == [false, true])
    }

    @Test func rowsAreInTheOrderOfTheirEarliestDatesAndThenOfRecording() throws {
        var history = try History.acrossTheBoundary()
        for (title, date) in [("c", "2016/2017"), ("b", "2013-05"), ("d", "2016"), ("a", "../2012")] {
            try history.record(
                "finding.recorded",
                "finding/",
                ["title": .string(title), "org": "university"],
                occurred: date
            )
        }
        let rows = try history.journey().rows(in: history.state)
        #expect(rows.map { $0.title?.plain } == ["a", "b", "c", "d"])
    }

    @Test func lanesAreTheOrganisationsOfTheUnitsEachOnce() throws {
        let history = try Self.disputed()
        let rows = try history.journey().rows(in: history.state)
        #expect(rows[0].lanes.map(\.text) == ["university", "provide", "council"])
    }

    @Test func whatGoesOnTakesTitleAndLanesFromWhatItGoesOnWith() throws {
        var history = try History.acrossTheBoundary()
        try history.record(
            "barrier.identified",
            "barrier/",
            ["kind": "trust", "title": "Little trust", "organisations": ["trust", "council"]],
            occurred: "2016"
        )
        try history.record("barrier.removed", "barrier/BR-0001", ["note": "Much better"], occurred: "2018")
        let rows = try history.journey().rows(in: history.state)
        #expect(rows.map(\.type) == ["barrier.identified", "barrier.removed"])
        #expect(rows.map(\.title) == [.plain("Little trust"), .plain("Little trust")])
        #expect(rows.map { $0.lanes.map(\.text) } == [["trust", "council"], ["trust", "council"]])
    }

    @Test func whatHadNotHappenedIsLeftOut() throws {
        let history = try Self.disputed()
        let journey = try history.journey()
        let before = journey.rows(in: history.state, validAt: try endOf("2019-04"))
        #expect(before.isEmpty)
        let during = journey.rows(in: history.state, validAt: try endOf("2019-05-10"))
        #expect(during.map(\.type) == ["knowledge.event.held"])
        #expect(during.map(\.happened) == [.possibly])
    }

    @Test func whatIsRetractedIsLeftOut() throws {
        var history = try Self.disputed()
        let held = try history.journey().rows(in: history.state)[0]
        try history.record(
            "entry.retracted",
            "\(held.subject)",
            ["entry": .integer(Int64(held.position)), "explanation": "It was never held"]
        )
        #expect(try history.journey().rows(in: history.replayed).map(\.type) == ["knowledge.event.scheduled"])
    }

    @Test func whatHasNoPlaceInTheJourneyIsPassedOver() throws {
        let history = try History.acrossTheBoundary()
        let charter = history.entries[0]
        var journey = Journey()
        journey.add(charter, try #require(try Catalogue.event(of: charter)))
        #expect(journey == Journey())
    }

    @Test func everyTypeOfTheFamilyHasAPlaceInTheJourney() {
        for type in Catalogue.activityTypes {
            #expect(type is any JourneyEvent.Type, "\(type.name)")
            #expect(!type.fields.isEmpty, "\(type.name)")
        }
    }
}
