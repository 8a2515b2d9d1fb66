// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

extension History {
    /// Organisations on both sides of a boundary, two of them partners; three people: P-0001 and P-0002 of
    /// Provide, who hold A-0001 and A-0002, and P-0003 of the council, who holds A-0003.
    static func learning() throws -> History {
        var history = try acrossTheBoundary()
        try history.record(
            "venture.established",
            "venture/integrated-care",
            ["title": "Integrated care", "form": "jointVenture"],
            occurred: "2012"
        )
        for partner in ["provide", "council"] {
            try history.record(
                "partner.joined",
                "partner/\(partner)",
                ["right": "required"],
                occurred: "2013"
            )
        }
        for (number, organisation) in [(1, "provide"), (2, "provide"), (3, "council")] {
            try history.record(
                "person.registered",
                "person/",
                ["label": .string("Officer \(number)"), "organisation": .string(organisation)]
            )
            try history.define("post-\(number)", from: "2013")
            try history.assign(number, "post/post-\(number)", from: "2013")
        }
        try history.record(
            "evidence.registered",
            "evidence/REF",
            ["title": "Case study", "kind": "research", "dated": "2020"]
        )
        return history
    }

    /// Identifies a lesson of Provide, by P-0001 unless another author or none is named.
    @discardableResult
    mutating func learn(
        _ title: String = "Agree on words first",
        author: String? = "person/P-0001",
        occurred: String? = "2019",
        with more: [String: JSON] = [:]
    ) throws -> Accepted {
        var data = more
        data["title"] = .string(title)
        data["org"] = data["org"] ?? "provide"
        data["author"] = author.map { .string($0) }
        return try record("lesson.identified", "lesson/", .members(data), occurred: occurred)
    }

    /// Takes the next step in the life of a lesson.
    @discardableResult
    mutating func lesson(
        _ step: String,
        _ data: JSON = [:],
        of key: String = "L-0001",
        occurred: String? = nil
    )
        throws -> Accepted
    {
        try record("lesson.\(step)", "lesson/\(key)", data, occurred: occurred)
    }

    /// Submits a practice of Provide, by P-0001 unless another author or none is named.
    @discardableResult
    mutating func submit(
        _ title: String = "One triage call",
        author: String? = "person/P-0001",
        to key: String = "",
        occurred: String? = "2018"
    ) throws -> Accepted {
        let data: [String: JSON?] = [
            "title": .string(title), "problem": "Referrals bounce", "solution": "One call a day",
            "org": "provide",
            "author": author.map { .string($0) },
        ]
        return try record(
            "practice.submitted",
            "practice/\(key)",
            .members(data.compactMapValues(\.self)),
            occurred: occurred
        )
    }

    /// Takes the next step in the life of a practice.
    @discardableResult
    mutating func practice(_ step: String, _ data: JSON = [:], occurred: String? = nil) throws -> Accepted {
        try record("practice.\(step)", "practice/PR-0001", data, occurred: occurred)
    }

    /// A ledger with a practice of Provide that was validated by the council and published in 2019-03.
    static func published(_ date: String = "2019-03") throws -> History {
        var history = try learning()
        try history.submit()
        try history.practice("validated", ["org": "council"], occurred: "2018")
        try history.practice("published", occurred: date)
        return history
    }

    /// Declares the phases of the venture: each lasts until the next.
    mutating func declarePhases(_ from: String...) throws {
        for (index, from) in from.enumerated() {
            try record(
                "phase.declared",
                "venture/integrated-care",
                [
                    "ordinal": .integer(Int64(index + 1)), "title": .string("Phase \(index + 1)"),
                    "from": .string(from),
                ]
            )
        }
    }

    /// The answer to a question as of the end of a date, or as of now.
    func answer<Question: Inquiry>(
        _ type: Question.Type,
        _ parameters: JSON = [:],
        validAt date: String? = nil
    ) throws -> LearningAnswer {
        let instant = try date.map { try AsOf($0).instant } ?? now
        let question = try type.asked(try #require(parameters.object)).question
        let report = question.answer(in: World(state, at: instant))
        return LearningAnswer(
            rows: report.rows.map { row in
                var cells: [String: Cell] = [:]
                for column in type.columns { cells[column.name] = column.cell(row) }
                return cells
            },
            figures: report.figures,
            note: report.note
        )
    }
}

/// The answer to a question, column by column.
struct LearningAnswer {
    let rows: [[String: Cell]]
    let figures: [Figure]
    let note: String?

    /// What stands in a column, row by row, in words.
    func column(_ name: String) -> [String] { rows.map { Self.words($0[name]) } }

    private static func words(_ cell: Cell?) -> String {
        switch cell {
        case nil: "-"
        case .word(let word): word
        case .text(let text): text.plain ?? "(sealed)"
        case .texts(let texts): texts.map { $0.plain ?? "(sealed)" }.joined(separator: ", ")
        case .number(let number): "\(number)"
        case .flag(let flag): "\(flag)"
        case .words(let words): words.joined(separator: ", ")
        case .party(let key), .person(let key): key.text
        case .parties(let keys), .people(let keys): keys.map(\.text).joined(separator: ", ")
        case .money(let money): "\(money.minor) \(money.currency)"
        case .positions(let positions): positions.map { "\($0)" }.joined(separator: ", ")
        }
    }
}
