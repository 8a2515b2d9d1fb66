// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct ChairTests {
    private let board = Key(unchecked: "board")

    private func history(differ: Bool = true) throws -> History {
        var history = try History.ofVenture()
        let terms: JSON = ["decisionRule": "consent"]
        try history.record(
            "body.terms.amended",
            "body/board",
            terms.with("chairsFromDifferentPartners", differ ? true : nil),
            occurred: "2018-04-01"
        )
        try history.seat("director", "council", "officer")
        try history.seat("team-manager", "social-care", "officer")
        try history.seat("chief", "provide")
        return history
    }

    private func appoint(
        _ history: inout History,
        _ holder: String,
        _ office: String = "chair",
        from: String = "2018-05-01",
        to: String? = nil
    ) throws -> [Int] {
        let data: JSON = ["office": .string(office), "holder": .string(holder), "from": .string(from)]
        return try history.record("chair.appointed", "body/board", data.with("to", to.map { .string($0) }))
            .entry.warnings
    }

    @Test("Rule 39: chair and vice-chair come from different partners where the terms say so")
    func differentPartners() throws {
        var history = try history()
        #expect(try appoint(&history, "seat/director") == [])
        let refusal = GovernanceRefusal.chairsOfOnePartner(board, [Key(unchecked: "council")])
        #expect(refusal.rule.rawValue == 39)
        // The unit's seat is the council's.
        #expect(throws: Rejection.refused(.governance(refusal))) {
            try appoint(&history, "seat/team-manager", "viceChair")
        }
        #expect(try appoint(&history, "seat/chief", "viceChair") == [])
        var free = try self.history(differ: false)
        _ = try appoint(&free, "seat/director")
        #expect(try appoint(&free, "seat/team-manager", "viceChair") == [])
        let amended = try free.record(
            "body.terms.amended",
            "body/board",
            ["chairsFromDifferentPartners": true],
            occurred: "2018-06-01"
        )
        #expect(amended.entry.warnings == [39])
    }

    @Test("Rule 39: terms that came later, or times that may not meet, leave it open or free")
    func impreciseTimes() throws {
        var history = try history()
        _ = try appoint(&history, "seat/director", to: "2019")
        // The one may have gone before the other came.
        #expect(try appoint(&history, "seat/team-manager", "viceChair", from: "2019-06-01") == [39])
        var later = try self.history()
        _ = try appoint(&later, "seat/director", to: "2019")
        #expect(try appoint(&later, "seat/team-manager", "viceChair", from: "2020-01-01") == [])
    }

    @Test("Rule 39: somebody whose organisation is not recorded is doubtful")
    func unknownOrganisation() throws {
        var history = try history()
        try history.record("person.registered", "person/", ["label": "Independent"])
        try history.record("post.defined", "post/chair", ["title": "Chair", "from": "2018-01-01"])
        try history.assign(1, "post/chair", from: "2018-02-01")
        _ = try appoint(&history, "seat/director", "viceChair")
        #expect(try appoint(&history, "assignment/A-0001") == [39])
    }

    @Test("An office is held by one at a time, from a seat of the body, and given up once")
    func oneAtATime() throws {
        var history = try history()
        try history.record(
            "body.constituted",
            "body/other",
            ["title": "o", "kind": "board"],
            occurred: "2018"
        )
        try history.seat("elsewhere", "provide", in: "other")
        let elsewhere = GovernanceRefusal.chairSeatElsewhere(try key("elsewhere"), try key("other"))
        #expect(throws: Rejection.refused(.governance(elsewhere))) {
            try appoint(&history, "seat/elsewhere")
        }
        _ = try appoint(&history, "seat/director")
        let held = GovernanceRefusal.officeHeld(.chair, board, by: Subject(.seat, try key("director")))
        #expect(throws: Rejection.refused(.governance(held))) { try appoint(&history, "seat/chief") }
        #expect(history.state.chairs(of: board, at: try noon("2018-06-01")).map(\.value.office) == [.chair])
        let down: JSON = ["office": "chair"]
        try history.record("chair.stoodDown", "body/board", down, occurred: "2019-01-01")
        #expect(history.state.chairs(of: board, at: try noon("2019-06-01")) == [])
        #expect(throws: Rejection.refused(.governance(.officeVacant(.chair, board)))) {
            try history.record("chair.stoodDown", "body/board", down, occurred: "2019-02-01")
        }
        #expect(try appoint(&history, "seat/chief", from: "2019-01-01") == [])
    }
}
