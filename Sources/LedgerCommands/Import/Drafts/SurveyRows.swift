// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// Drafts the answers to a survey of who turns to whom: a matrix, or a list of ties.
///
/// A respondent's answer is one entry with all of its ties. Which way a tie leads is as the sheets have it: from the
/// row, who asks, to the column, who is asked.
enum SurveyRows {
    /// What one respondent said: whom they turn to, and how strongly.
    private struct Answer {
        let name: String
        let line: Int
        var ties: [(alter: String, strength: String)] = []
    }

    static func draft(
        _ table: SourceTable,
        _ mapping: TableMapping,
        _ parties: KnownParties,
        _ book: inout DraftBook
    ) {
        book.begin(line: table.rows.first?.line ?? 1)
        guard book.types["survey.opened"] != nil, book.types["survey.response.recorded"] != nil else {
            book.object("this ledger has no surveys: its daemon is of another version")
            return
        }
        let answers =
            mapping.kind == .matrix ? matrix(table, mapping, &book) : list(table, mapping, &book)
        let members = Members(names(answers), parties, table, mapping, &book)
        open(members, table, mapping, &book)
        let isWeighted = answers.contains { answer in answer.ties.contains { $0.strength != "1" } }
        for answer in answers {
            book.begin(line: answer.line)
            respond(answer, members, isWeighted: isWeighted, table, mapping, &book)
        }
    }

    private static func names(_ answers: [Answer]) -> [String] {
        var seen: Set<String> = []
        return answers.flatMap { [$0.name] + $0.ties.map(\.alter) }.filter {
            seen.insert($0.lowercased()).inserted
        }
    }

    // MARK: Reading

    private static func matrix(_ table: SourceTable, _ mapping: TableMapping, _ book: inout DraftBook)
        -> [Answer]
    {
        guard let first = mapping.index(of: "respondent") else { return [] }
        var answers: [Answer] = []
        for record in table.rows {
            book.begin(line: record.line)
            let name = record.cells[first].trimmed
            guard !name.isEmpty else {
                book.object("nothing says whose answer it is")
                continue
            }
            guard !answers.contains(where: { $0.name.lowercased() == name.lowercased() }) else {
                book.object("\(name) has answered on an earlier line")
                continue
            }
            var answer = Answer(name: name, line: record.line)
            for (index, column) in mapping.columns.enumerated() where column.field == "alter" {
                let cell = record.cells[index].trimmed
                guard column.heading.lowercased() != name.lowercased() else {
                    if cell.asFlag != false {
                        book.remark("What stands on the diagonal, of oneself, is left out.")
                    }
                    continue
                }
                guard let strength = strength(cell, &book) else { continue }
                answer.ties.append((column.heading, strength))
            }
            answers.append(answer)
        }
        return answers
    }

    private static func list(_ table: SourceTable, _ mapping: TableMapping, _ book: inout DraftBook)
        -> [Answer]
    {
        var answers: [Answer] = []
        for record in table.rows {
            let row = TableRow(record: record, mapping: mapping)
            book.begin(line: record.line)
            guard let seeker = row["seeker"], let source = row["source"] else {
                book.object("it needs both who asks and who is asked")
                continue
            }
            guard let strength = strength(row["strength"] ?? "1", &book) else { continue }
            guard let index = answers.firstIndex(where: { $0.name.lowercased() == seeker.lowercased() })
            else {
                answers.append(Answer(name: seeker, line: record.line, ties: [(source, strength)]))
                continue
            }
            if answers[index].ties.contains(where: { $0.alter.lowercased() == source.lowercased() }) {
                book.object("an earlier line has the same two")
            } else {
                answers[index].ties.append((source, strength))
            }
        }
        return answers
    }

    /// The strength of a tie; nil where there is none.
    private static func strength(_ cell: String, _ book: inout DraftBook) -> String? {
        if cell.asFlag == false { return nil }
        if cell.asFlag == true { return "1" }
        guard DecimalText.isDecimal(cell), cell.first != "-" else {
            book.object("\"\(cell)\" is neither 0, 1 nor the strength of a tie")
            return nil
        }
        return cell.allSatisfy { $0 == "0" || $0 == "." } ? nil : cell
    }

    // MARK: Drafting

    /// Those who are asked and named, as entries of the same call name them.
    ///
    /// They are organisations if all of them are registered as such; else people, each under a number, or by the
    /// assignment in which they answer.
    private struct Members {
        let level: String
        /// In the order in which the table names them.
        let all: [String]
        private let byName: [String: String]

        init(
            _ names: [String],
            _ parties: KnownParties,
            _ table: SourceTable,
            _ mapping: TableMapping,
            _ book: inout DraftBook
        ) {
            let organisations = names.compactMap { parties.organisation($0) }
            let isOfOrganisations = organisations.count == names.count
            level = isOfOrganisations ? "organisation" : "person"
            var people = People()
            let sources = TableRow(record: table.rows[0], mapping: mapping).source()
            all = names.enumerated().map { index, name in
                if isOfOrganisations { return "organisation/\(organisations[index])" }
                if parties.assignments.contains(where: { $0.key == name }) { return "assignment/\(name)" }
                return "person/\(people.key(of: name, sources: sources, &book))"
            }
            byName = Dictionary(zip(names.map { $0.lowercased() }, all)) { first, _ in first }
        }

        subscript(name: String) -> String? { byName[name.lowercased()] }
    }

    /// The most members that one entry has room for.
    private static let populationLimit = 256

    private static func open(
        _ members: Members,
        _ table: SourceTable,
        _ mapping: TableMapping,
        _ book: inout DraftBook
    ) {
        let row = TableRow(record: table.rows[0], mapping: mapping)
        guard let question = mapping.settings["question"] else {
            book.object(
                "the mapping has to say what was asked, as the respondents read it: @question = TEXT; and when: "
                    + "@date = DATE"
            )
            return
        }
        let opened = row.undated(&book)
        book.add(
            "survey.opened",
            "survey/",
            [
                "title": .text(mapping.settings["title"] ?? question),
                "question": .text(question),
                "relation": .text(mapping.settings["relation"] ?? "advice"),
                "direction": .text(mapping.settings["direction"] ?? "seekerToSource"),
                "level": .text(members.level),
                "population": .texts(Array(members.all.prefix(populationLimit))),
                "from": .text(opened?.edtf),
            ],
            occurred: opened,
            sources: row.source(),
            label: "survey"
        )
        for start in stride(from: populationLimit, to: members.all.count, by: populationLimit) {
            book.add(
                "survey.extended",
                "survey/\(DraftBook.mark("survey"))",
                ["population": .texts(Array(members.all.dropFirst(start).prefix(populationLimit)))],
                occurred: opened,
                sources: row.source()
            )
        }
    }

    /// Drafts an answer; where every tie is a 1, that says that there is one, and not how strong it is.
    private static func respond(
        _ answer: Answer,
        _ members: Members,
        isWeighted: Bool,
        _ table: SourceTable,
        _ mapping: TableMapping,
        _ book: inout DraftBook
    ) {
        let record = table.rows.first { $0.line == answer.line } ?? table.rows[0]
        let row = TableRow(record: record, mapping: mapping)
        var ties: [JSON] = []
        for tie in answer.ties {
            let strength = Int(tie.strength)
            if strength == nil { book.object("the strength \"\(tie.strength)\" is not a whole number") }
            let fields = JSONObject(fields: [
                "to": .text(members[tie.alter]), "strength": isWeighted ? .number(strength) : nil,
            ])
            ties.append(.object(fields))
        }
        book.add(
            "survey.response.recorded",
            "survey/\(DraftBook.mark("survey"))",
            ["respondent": .text(members[answer.name]), "ties": ties.isEmpty ? nil : .array(ties)],
            occurred: row.undated(&book),
            sources: row.source()
        )
    }
}
