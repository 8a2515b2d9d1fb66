// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

/// Asks a question of a history as of an instant.
func ask<Question: Inquiry>(
    _ type: Question.Type,
    _ parameters: JSON = [:],
    of history: History,
    at instant: String = "2030"
) throws -> Report<Question.Row> {
    let question = try type.asked(try #require(parameters.object)).question
        .having { body in history.entries.forEach(body) }
    return question.answer(in: World(history.state, at: try endOf(instant)))
}

extension Report {
    /// The value of a figure.
    func figure(_ name: String) -> String? { figures.first { $0.name == name }?.value }
}

@Suite("Questions about the record")
struct AuditInquiryTests {
    @Test(
        "What was recorded long after it happened is listed, the latest first, with the least lag that is certain"
    )
    func lateEntries() throws {
        var history = try History()
        try history.record("organisation.registered", "organisation/a", ["title": "A", "kind": "provider"])
        try history.record("finding.recorded", "finding/", ["title": "old"], occurred: "2013")
        try history.record("finding.recorded", "finding/", ["title": "fresh"], occurred: "2026-11-20")
        try history.record("finding.recorded", "finding/", ["title": "open"], occurred: "2013/..")
        try history.record("finding.recorded", "finding/", ["title": "older"], occurred: "../2010")
        let report = try ask(ListLateEntries.self, of: history)
        #expect(report.rows.map(\.subject.key.text) == ["FI-0004", "FI-0001"])
        #expect(report.rows.map(\.most) == [nil, 5072])
        #expect(report.figure("late") == "2")
        #expect(report.figure("dated") == "4")
        #expect(try ask(ListLateEntries.self, ["days": 36_000], of: history).rows.isEmpty)
    }

    @Test("The register of corrections says which is the last word, and is asked as of a date")
    func amendments() throws {
        var history = try History()
        let found = try history.record("finding.recorded", "finding/", ["title": "x"]).entry
        for data: JSON in [
            ["entry": .integer(Int64(found.position)), "data": ["title": "y"], "explanation": "misheard"],
            ["entry": .integer(Int64(found.position)), "data": ["title": "z"], "explanation": "misread"],
        ] {
            let correction = try history.entry("entry.corrected", found.subject, data)
            let outcome = try history.state.correcting([correction]) { body in history.entries.forEach(body) }
                .get()
            history.take(outcome)
        }
        let report = try ask(ListAmendments.self, of: history)
        #expect(report.rows.map(\.explanation?.plain) == ["misheard", "misread"])
        #expect(report.rows.map(\.isInForce) == [false, true])
        #expect(report.figure("corrections") == "2")
        #expect(try ask(ListAmendments.self, of: history, at: "2020").rows.isEmpty)
    }

    @Test("Who recorded how much is counted by user, and what is somebody else's word apart")
    func recorders() throws {
        var history = try JointVenture.begin()
        try history.record("proposal.tabled", "decision/", ["title": "x"], recorder: .user(uid: 7))
        try history.record(
            "consent.given",
            "decision/D-0001",
            ["org": "provide", "revision": 1],
            sources: ["REF"],
            recorder: .user(uid: 7)
        )
        let report = try ask(ListRecorders.self, of: history)
        let seven = try #require(report.rows.first { $0.recorder == .user(uid: 7) })
        #expect(seven.count == 2)
        #expect(seven.reported == 1)
        #expect(report.rows.map(\.count).reduce(0, +) == history.entries.count)
    }
}
