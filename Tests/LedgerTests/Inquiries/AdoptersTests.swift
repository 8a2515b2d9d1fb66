// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite("Who has adopted what came of a decision")
struct AdoptersTests {
    private static func history() throws -> History {
        var history = try JointVenture.withDecision()
        try history.record(
            "organisation.registered",
            "organisation/age-uk",
            ["title": "A", "kind": "voluntary"]
        )
        try history.record(
            "practice.submitted",
            "practice/",
            ["title": "p", "problem": "x", "solution": "y", "org": "provide", "decision": "D-0001"]
        )
        try history.record("practice.validated", "practice/PR-0001", ["org": "essex-county-council"])
        try history.record("practice.published", "practice/PR-0001", [:], occurred: "2026-11-21")
        try history.record(
            "practice.adopted",
            "practice/PR-0001",
            ["org": "age-uk", "adaptation": "by telephone"],
            occurred: "2026-11-21"
        )
        return history
    }

    @Test("the account names those who adopted a practice that came of it, with the entry")
    func practice() throws {
        let history = try Self.history()
        let report = try ask(GetAccount.self, ["key": "D-0001"], of: history)
        let adopted = report.rows.filter { $0.aspect == .adoptedSince }
        #expect(adopted.map(\.who) == [Key("age-uk")])
        #expect(adopted.map(\.what) == ["practice/PR-0001"])
        #expect(adopted.map(\.entries) == [[history.state.size - 1]])
        #expect(report.rows.contains { $0.aspect == .ledTo && $0.what == "practice/PR-0001" })
    }

    @Test("before they did, it names nobody")
    func earlier() throws {
        let report = try ask(GetAccount.self, ["key": "D-0001"], of: try Self.history(), at: "2026-11-20")
        #expect(report.rows.allSatisfy { $0.aspect != .adoptedSince })
    }
}
