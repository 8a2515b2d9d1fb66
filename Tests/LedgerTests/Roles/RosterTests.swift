// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite struct RosterTests {
    private func history() throws -> History {
        var history = try History.partnership()
        try history.define()
        try history.define("analyst", from: "2019-08/2019-09")
        try history.assign(1, from: "2019-02", to: "2019-12-01T00:00:00Z")
        try history.assign(2, from: "2019-03", with: ["capacity": "deputy"])
        try history.assign(3, "post/analyst", from: "2019-10", to: "2020-01/2020-03")
        return history
    }

    @Test func rosterNamesHoldersAndVacancies() throws {
        let state = try history().state
        let early = state.roster(validAt: try asOf("2019-08-15"))
        #expect(early.map(\.role.key.text) == ["analyst", "manager"])
        #expect(early.map(\.existence) == [.possibly, .yes])
        #expect(early.map(\.vacancy) == [.unknown, .no])
        #expect(early.map { $0.holders.map(\.person.text) } == [[], ["P-0001", "P-0002"]])
        let late = state.roster(validAt: try asOf("2019-12-01T00:00:00Z"))
        #expect(late.map(\.vacancy) == [.no, .yes])
        #expect(late.map { $0.holders.map(\.person.text) } == [["P-0003"], ["P-0002"]])
        #expect(state.roster(validAt: try asOf("2018")).isEmpty)
    }

    @Test func assignmentsThatEndWithinATime() throws {
        let state = try history().state
        func ending(_ from: String, _ to: String) throws -> [EndingAssignment] {
            state.assignmentsEndingWithin(from: try asOf(from), to: try asOf(to))
        }
        #expect(try ending("2019-10", "2019-11-30").isEmpty)
        #expect(try ending("2019-11", "2019-12-01T00:00:00Z").isEmpty)
        #expect(try ending("2019-11", "2020-02").map(\.assignment.text) == ["A-0001", "A-0003"])
        #expect(try ending("2019-11", "2020-02").map(\.truth) == [.yes, .possibly])
        #expect(try ending("2019-12", "2020-04").map(\.truth) == [.yes])
    }
}
