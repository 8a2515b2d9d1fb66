// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

extension History {
    /// A ledger with organisations, a piece of evidence and the objective `O-0001`, with a target of 2 by 2021.
    static func withObjective() throws -> History {
        var history = try acrossTheBoundary()
        try history.record("evidence.registered", "evidence/REF", ["title": "Study", "kind": "research"])
        try history.record(
            "objective.set",
            "objective/",
            ["title": "Nobody stays longer than needed", "baseline": "4.5", "target": "2", "due": "2021"],
            occurred: "2019"
        )
        return history
    }

    /// Defines a monthly outcome measure of the objective, of which lower is better, unless more says otherwise.
    @discardableResult
    mutating func defineMeasure(
        _ key: String = "delay",
        with more: [String: JSON] = [:],
        occurred: String? = "2018"
    ) throws -> Accepted {
        try record("measure.defined", "measure/\(key)", Self.measure(with: more), occurred: occurred)
    }

    /// Revises it.
    @discardableResult
    mutating func reviseMeasure(
        _ key: String = "delay",
        with more: [String: JSON] = ["definition": "Weekends not counted"],
        occurred: String?
    ) throws -> Accepted {
        try record("measure.revised", "measure/\(key)", Self.measure(with: more), occurred: occurred)
    }

    private static func measure(with more: [String: JSON]) -> JSON {
        let data: [String: JSON] = [
            "title": "Days of delay", "definition": "From fit to leave until leaving", "kind": "outcome",
            "frequency": "monthly", "org": "provide", "betterIs": "lower", "objective": "O-0001",
        ]
        return .members(data.merging(more) { $1 })
    }

    /// Records a value.
    @discardableResult
    mutating func observe(
        _ period: String,
        _ value: String? = "3",
        of key: String = "delay",
        with more: [String: JSON] = [:]
    ) throws -> Accepted {
        var data = more
        data["period"] = .string(period)
        if let value { data["value"] = .string(value) }
        return try record("observation.recorded", "measure/\(key)", .members(data))
    }
}

/// What columns of every row hold, as text; nothing as an empty text.
func cells<Question: Inquiry>(
    _ type: Question.Type,
    _ report: Report<Question.Row>,
    _ names: String...
) -> [[String]] {
    report.rows.map { row in
        names.map { name in
            switch type.columns.first(where: { $0.name == name })?.cell(row) {
            case nil: ""
            case .word(let word): word
            case .text(let text): text.plain ?? "sealed"
            case .texts(let texts): texts.compactMap(\.plain).joined(separator: ", ")
            case .number(let number): "\(number)"
            case .flag(let flag): flag ? "yes" : "no"
            case .words(let words): words.joined(separator: ", ")
            case .party(let key), .person(let key): key.text
            case .parties(let keys), .people(let keys): keys.map(\.text).joined(separator: ", ")
            case .money(let money): "\(money.minor)"
            case .positions(let positions): positions.map(String.init).joined(separator: " ")
            }
        }
    }
}

/// Expects a refusal of the family, and its rule.
func refuses(_ reason: EvaluationRefusal, rule: Int, _ record: () throws -> Void) {
    #expect(Refusal.evaluation(reason).rule.rawValue == rule)
    #expect(throws: Rejection.refused(.evaluation(reason)), performing: record)
}
