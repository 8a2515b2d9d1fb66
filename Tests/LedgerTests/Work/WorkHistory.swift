// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

extension History {
    /// Two partners since 2013 and a manager's post since 2019 that was held until July 2020 (A-0001) and is held
    /// again since then (A-0002).
    static func withManager() throws -> History {
        var history = try partnership()
        try history.define(with: ["organisations": ["provide", "council"], "host": "provide"])
        try history.assign(1, from: "2019-01-01T00:00:00Z", to: "2020-07-01T00:00:00Z")
        try history.assign(2, from: "2020-07-01T00:00:00Z")
        return history
    }

    /// The same with a proposal that needs the consent of both partners, D-0001.
    static func withMatter(_ data: [String: JSON] = [:], tabled: String = "2019-02-01") throws -> History {
        var history = try withManager()
        try history.propose(data, tabled: tabled)
        return history
    }

    /// Tables a proposal.
    mutating func propose(_ data: [String: JSON] = [:], tabled: String) throws {
        var data = data
        data["title"] = "A joint referral team"
        try record("proposal.tabled", "decision/", .members(data), occurred: tabled)
    }

    /// What a question is answered with, of this history at the end of a date.
    func work<Question: Inquiry>(
        _ type: Question.Type,
        _ parameters: JSON = [:],
        at date: String
    ) throws -> Report<Question.Row> {
        let question = try type.asked(try #require(parameters.object)).question
        return question.answer(in: World(state, at: try asOf(date)))
    }
}

/// The reason why an entry on a stream of these kinds is refused.
func refused(_ reason: WorkRefusal) -> Rejection { .refused(.work(reason)) }
