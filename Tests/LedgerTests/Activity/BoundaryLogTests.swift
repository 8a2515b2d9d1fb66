// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct BoundaryLogTests {
    @Test func rowsSayWhenBetweenWhomAndWithWhatOutcome() throws {
        var history = try History.acrossTheBoundary()
        let action = try history.act(
            broker: "sociology",
            from: "business-school",
            to: "provide",
            occurred: "2012-10/2012-12"
        )
        try history.record(
            "boundary.outcome.recorded",
            "boundary/\(action)",
            ["result": "landed"],
            occurred: "2013"
        )
        let row = try #require(history.state.boundaryLog().first)
        #expect(row.key.text == "BA-0001")
        #expect(row.occurrence.date.text == "2012-10/2012-12")
        #expect([row.from, row.to, row.actor].map(\.text) == ["business-school", "provide", "sociology"])
        #expect(row.action == .introduction)
        #expect(row.outcome == .landed)
        #expect(row.happened == .yes)
        #expect(history.entries[Int(row.position)].type == BoundaryActionRecorded.typeName)
    }

    @Test func whatHadNotHappenedIsLeftOutAndWhatMayHaveIsMarked() throws {
        var history = try History.acrossTheBoundary()
        for date in ["2014", "2012-10/2012-12", "2013-05"] {
            try history.act(broker: "university", from: "provide", to: "council", occurred: date)
        }
        func log(_ date: String) throws -> [String] {
            try history.state.boundaryLog(validAt: endOf(date)).map { "\($0.key) \($0.happened)" }
        }
        #expect(try log("2012-09") == [])
        #expect(try log("2012-10") == ["BA-0002 possibly"])
        #expect(try log("2012") == ["BA-0002 yes"])
        #expect(try log("2014-06") == ["BA-0002 yes", "BA-0003 yes", "BA-0001 possibly"])
        #expect(history.state.boundaryLog().map(\.key.text) == ["BA-0002", "BA-0003", "BA-0001"])
    }

    @Test func whatWasRecordedHasHappenedByThenHoweverVagueItsDate() throws {
        var history = try History.acrossTheBoundary()
        try history.act(broker: "university", from: "provide", to: "council", occurred: "2019-05/..")
        let recorded = history.entries[history.entries.count - 1].recorded
        #expect(history.state.boundaryLog(validAt: try endOf("2020")).map(\.happened) == [.possibly])
        #expect(history.state.boundaryLog(validAt: recorded).map(\.happened) == [.yes])
        #expect(history.state.boundaryLog().map(\.happened) == [.yes])
    }

    @Test func whatWasOnlyPlannedHasPossiblyHappened() throws {
        var history = try History.acrossTheBoundary()
        try history.act(
            broker: "university",
            from: "provide",
            to: "council",
            occurred: "2021",
            basis: "planned"
        )
        #expect(history.state.boundaryLog(validAt: try endOf("2020")).isEmpty)
        #expect(history.state.boundaryLog(validAt: try endOf("2025")).map(\.happened) == [.possibly])
    }

    @Test func theOutcomeIsTheLatestThatHadHappened() throws {
        var history = try History.acrossTheBoundary()
        let action = try history.act(broker: "university", from: "provide", to: "council", occurred: "2012")
        for (result, date) in [("landed", "2014"), ("failed", "2013"), ("partly", "2016")] {
            try history.record(
                "boundary.outcome.recorded",
                "boundary/\(action)",
                ["result": .string(result)],
                occurred: date
            )
        }
        func outcome(_ date: String) throws -> BoundaryResult? {
            try history.state.boundaryLog(validAt: endOf(date)).first?.outcome
        }
        #expect(try outcome("2012") == nil)
        #expect(try outcome("2013") == .failed)
        #expect(try outcome("2014") == .landed)
        #expect(try outcome("2016") == .partly)
        #expect(history.state.boundaryLog().first?.outcome == .partly)
    }

    @Test func anOrganisationStandsForItsUnitsAndAUnitForItself() throws {
        var history = try History.acrossTheBoundary()
        try history.act(broker: "sociology", from: "council", to: "provide")
        try history.act(broker: "trust", from: "business-school", to: "provide")
        try history.act(broker: "trust", from: "council", to: "provide")
        func log(_ organisation: String) throws -> [String] {
            try history.state.boundaryLog(organisation: key(organisation)).map(\.key.text)
        }
        #expect(try log("university") == ["BA-0001", "BA-0002"])
        #expect(try log("sociology") == ["BA-0001"])
        #expect(try log("provide") == ["BA-0001", "BA-0002", "BA-0003"])
    }

    @Test func sinceLeavesOutWhatCertainlyHappenedBefore() throws {
        var history = try History.acrossTheBoundary()
        for date in ["2012", "2013", "2012/2013"] {
            try history.act(broker: "university", from: "provide", to: "council", occurred: date)
        }
        let since = try #require(Timestamp("2013-01-01T00:00:00.000000Z"))
        #expect(history.state.boundaryLog(since: since).map(\.key.text) == ["BA-0003", "BA-0002"])
    }

    @Test func aSealedTitleIsPresentAndUnseen() throws {
        var history = try History.acrossTheBoundary()
        try history.record(
            "boundary.action.recorded",
            "boundary/",
            [
                "kind": "escalation", "org": "council", "fromOrganisation": "council",
                "toOrganisation": "trust", "sealed": ["title"], "_sd": ["digest"],
            ]
        )
        let row = try #require(history.state.boundaryLog().first)
        #expect(row.title == .sealed(position: row.position, field: "title"))
    }
}
