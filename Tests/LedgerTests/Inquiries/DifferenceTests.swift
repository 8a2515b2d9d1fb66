// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite("What changed between two states of the world")
struct DifferenceTests {
    private static func difference(
        _ before: World,
        _ after: World,
        _ parameters: JSON = ["from": "2018"]
    ) throws -> [GetDifference.Row] {
        try GetDifference.asked(try #require(parameters.object)).question.answer(from: before, to: after).rows
    }

    @Test("A state differs in nothing from itself")
    func same() throws {
        let history = try JointVenture.begin()
        let world = World(history.state, at: try endOf("2030"))
        #expect(try Self.difference(world, world).isEmpty)
    }

    @Test("Between two dates it says what came to be and what ceased, with the entries that say so")
    func betweenDates() throws {
        var history = try History.acrossTheBoundary()
        try history.record(
            "barrier.identified",
            "barrier/",
            ["kind": "trust", "title": "b"],
            occurred: "2016-05-01"
        )
        let gone = try history.record("barrier.removed", "barrier/BR-0001", [:], occurred: "2018-05-01").entry
        let before = World(history.state, at: try endOf("2017"))
        let after = World(history.state, at: try endOf("2019"))
        let rows = try Self.difference(before, after)
        #expect(rows.map(\.subject.description) == ["barrier/BR-0001"])
        #expect(rows.first?.before.map(\.value) == [.plain("stands")])
        #expect(rows.first?.after.isEmpty == true)
        #expect(gone.position > 0)
        #expect(try Self.difference(World(history.state, at: try endOf("2015")), after).isEmpty)
        #expect(try Self.difference(before, after, ["from": "2018", "kind": "post"]).isEmpty)
    }

    @Test("Where dates leave it open, possibly is a state of its own")
    func possibly() throws {
        var history = try History.acrossTheBoundary()
        try history.record(
            "barrier.identified",
            "barrier/",
            ["kind": "trust", "title": "b"],
            occurred: "2016-05-01"
        )
        try history.record("barrier.removed", "barrier/BR-0001", [:], occurred: "2018", basis: "planned")
        let rows = try Self.difference(
            World(history.state, at: try endOf("2017")),
            World(history.state, at: try endOf("2019"))
        )
        #expect(rows.first?.after.map(\.value) == [.plain("possibly stands")])
    }

    @Test("A decision that is adopted shows as a change of its status, not of its rows")
    func decision() throws {
        var history = try JointVenture.begin()
        try history.record("proposal.tabled", "decision/", ["title": "x"])
        let tabled = World(history.state, at: try endOf("2030"))
        for partner in [JointVenture.provide, JointVenture.council] {
            try history.record(
                "consent.given",
                "decision/D-0001",
                ["org": .string(partner), "revision": 1],
                onBehalfOf: partner
            )
        }
        try history.record("decision.adopted", "decision/D-0001", ["reason": "r"])
        let rows = try Self.difference(tabled, World(history.state, at: try endOf("2030")))
        let status = try #require(rows.first { $0.aspect == "status" })
        #expect(status.before.map(\.value) == [.plain("tabled")])
        #expect(status.after.map(\.value) == [.plain("adopted")])
        #expect(rows.count == 3)
    }
}
