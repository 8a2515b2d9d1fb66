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

    static func draft(_ table: SourceTable, _ mapping: TableMapping, _ book: inout DraftBook) {
        book.begin(line: table.rows.first?.line ?? 1)
        guard let opened = book.types["survey.opened"], let response = book.types["survey.response.recorded"]
        else {
            book.object("this ledger has no surveys: its daemon is of another version")
            return
        }
        let answers = mapping.kind == .matrix ? matrix(table, mapping, &book) : list(table, mapping, &book)
        let names = names(answers)
        var people = People()
        let sources = TableRow(record: table.rows[0], mapping: mapping).source()
        let keys = names.map { people.key(of: $0, sources: sources, &book) }
        open(opened, keys, table, mapping, &book)
        let known = Dictionary(uniqueKeysWithValues: zip(names.map { $0.lowercased() }, keys))
        for answer in answers {
            book.begin(line: answer.line)
            respond(response, answer, known, table, mapping, &book)
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

    private static func open(
        _ type: EventType,
        _ people: [String],
        _ table: SourceTable,
        _ mapping: TableMapping,
        _ book: inout DraftBook
    ) {
        let row = TableRow(record: table.rows[0], mapping: mapping)
        let relation = mapping.settings["relation"]
        var data = JSONObject()
        for field in type.fields {
            switch field.name {
            case "title", "instrument": data[field.name] = .text(mapping.settings["title"] ?? "Advice survey")
            case "question", "wording": data[field.name] = .text(relation)
            case "relation":
                let choice =
                    field.choices.first { $0 == relation ?? "advice" }
                    ?? field.choices.first { $0 == "advice" }
                data[field.name] = .text(field.choices.isEmpty ? relation ?? "advice" : choice)
            case "population", "respondents", "people":
                data[field.name] = .texts(people.map { reference($0, field) })
            case "direction":
                data[field.name] = .text(field.choices.first { $0.lowercased().contains("seek") })
            default: continue
            }
        }
        let opened = row.undated(&book)
        for name in ["from", "opened", "start", "windowStart"]
        where type.fields.contains(where: { $0.name == name }) {
            data[name] = .text(opened?.edtf)
        }
        book.add(type.name, "survey/", data: data, occurred: opened, sources: row.source(), label: "survey")
    }

    private static func respond(
        _ type: EventType,
        _ answer: Answer,
        _ people: [String: String],
        _ table: SourceTable,
        _ mapping: TableMapping,
        _ book: inout DraftBook
    ) {
        let row = TableRow(
            record: table.rows.first { $0.line == answer.line } ?? table.rows[0],
            mapping: mapping
        )
        let respondents = ["respondent", "seeker", "person", "by"]
        var data = JSONObject()
        if let field = type.fields.first(where: { respondents.contains($0.name) }) {
            data[field.name] = .text(people[answer.name.lowercased()].map { reference($0, field) })
        }
        if let field = type.fields.first(where: { !$0.items.isEmpty }) {
            let ties = answer.ties.map { tie in
                self.tie(people[tie.alter.lowercased()] ?? "", tie.strength, field.items)
            }
            data[field.name] = ties.isEmpty ? nil : .array(ties)
        } else if let field = type.fields.first(where: { ["sources", "alters", "ties"].contains($0.name) }) {
            data[field.name] = .texts(
                answer.ties.compactMap { people[$0.alter.lowercased()] }.map { reference($0, field) }
            )
        }
        book.add(
            type.name,
            "survey/\(DraftBook.mark("survey"))",
            data: data,
            occurred: row.undated(&book),
            sources: row.source()
        )
    }

    private static func tie(_ alter: String, _ strength: String, _ fields: [EventType.Field]) -> JSON {
        var tie = JSONObject()
        for field in fields {
            switch field.name {
            case "alter", "source", "person", "to", "whom": tie[field.name] = .string(reference(alter, field))
            case "strength", "weight":
                let isDecimal = FieldShape(field) == .decimal
                tie[field.name] = isDecimal ? .string(strength) : Int(strength).flatMap { JSON?.number($0) }
            default: continue
            }
        }
        return .object(tie)
    }

    /// Somebody as a field has them: a key, or KIND/KEY.
    private static func reference(_ person: String, _ field: EventType.Field) -> String {
        field.kind.hasPrefix("subject") ? "person/\(person)" : person
    }
}
