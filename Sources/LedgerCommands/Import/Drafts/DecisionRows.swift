// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// Drafts the rows of a decision log.
///
/// A row without a status is of a decision that was taken, as that is what the log is of. Where options are listed
/// and none is said to be chosen, what was decided is one of them, in the words of the row's title.
enum DecisionRows {
    static func draft(
        _ table: SourceTable,
        _ mapping: TableMapping,
        _ parties: KnownParties,
        _ book: inout DraftBook
    ) {
        var replaced: [(row: TableRow, subject: String, successor: String)] = []
        for record in table.rows {
            let row = TableRow(record: record, mapping: mapping)
            book.begin(line: record.line)
            guard var statement = statement(of: row, &book) else { continue }
            consents(&statement, row, parties, &book)
            statement.draft(&book)
            guard statement.status == .superseded else {
                if statement.status == .deprecated { book.remark(deprecation) }
                continue
            }
            if let successor = successor(row), row["key"] != nil {
                replaced.append((row, statement.subject, successor))
            } else {
                book.remark(
                    "Which decision replaces one that is superseded is recorded only where both have keys."
                )
            }
        }
        // Once all are adopted, in whatever order the rows are.
        for (row, subject, successor) in replaced {
            book.begin(line: row.record.line)
            book.add(
                "decision.superseded",
                subject,
                ["decision": .text(successor)],
                sources: row.source()
            )
        }
    }

    static let deprecation =
        "A decision that is deprecated is recorded as adopted: a joint one is undone by another (jvctl decision rescind)."

    private static func statement(of row: TableRow, _ book: inout DraftBook) -> DecisionStatement? {
        guard let title = row["title"] ?? row["option"] else {
            book.object("nothing says what was decided")
            return nil
        }
        var status = StatedStatus.adopted
        if let word = row["status"] {
            guard let stated = StatedStatus(word) else {
                book.object(
                    "the status \"\(word)\" is not known: proposed, adopted, rejected, deferred, withdrawn, superseded"
                )
                return nil
            }
            status = stated
        }
        var statement = DecisionStatement(
            subject: row.subject("decision", &book),
            title: title.split(whereSeparator: \.isNewline).map(\.trimmed).joined(separator: " "),
            question: row["question"],
            status: row["supersededBy"] == nil || status != .adopted ? status : .superseded,
            sources: row.source(row["source"])
        )
        statement.proposed = row.date("proposed", &book)
        statement.decided = row.date("decided", &book) ?? row.undated(&book)
        if statement.decided == nil {
            book.remark(
                "Rows without a date count as of now; a line @date = DATE in the mapping stands for them."
            )
        }
        statement.effective = row.date("effective", &book)
        statement.review = row.date("review", &book)
        statement.conflicts = row["conflicts"]
        statement.reason = row["reason"] ?? row.mapping.settings["reason"]
        options(&statement, row)
        if statement.reason == nil,
            [.adopted, .superseded, .deprecated, .rejected].contains(statement.status)
        {
            book.object(
                "no reason is given, and none is recorded without one; @reason = TEXT in the mapping stands where a row "
                    + "has none"
            )
            return nil
        }
        return statement
    }

    private static func options(_ statement: inout DecisionStatement, _ row: TableRow) {
        var titles = row["alternatives"]?.items ?? []
        let chosen = row["option"] ?? (titles.isEmpty ? nil : statement.title)
        guard let chosen, !titles.isEmpty || row["title"] != nil else { return }
        if let number = Int(chosen), titles.indices.contains(number - 1) {
            statement.chosen = number - 1
        } else if let index = titles.firstIndex(where: { TableField.plain($0) == TableField.plain(chosen) }) {
            statement.chosen = index
        } else if statement.status != .rejected {
            titles.insert(chosen, at: 0)
            statement.chosen = 0
        }
        statement.options = titles.map { DecisionStatement.Option(title: $0) }
    }

    private static func consents(
        _ statement: inout DecisionStatement,
        _ row: TableRow,
        _ parties: KnownParties,
        _ book: inout DraftBook
    ) {
        statement.consents = row.organisations("consents", parties, &book)
        let stated = row.mapping.settings["consents"] ?? ""
        let instead = parties.consenting(stated, &book)
        statement.take(makers: row["makers"], instead: instead, parties, &book)
        if statement.consents.isEmpty, [.adopted, .superseded, .deprecated].contains(statement.status) {
            book.remark(
                "Rows that do not say who consented are refused as adopted: put a line @consents = PARTNER, PARTNER or "
                    + "@consents = all into the mapping, if all of them did."
            )
        }
    }

    private static func successor(_ row: TableRow) -> String? {
        let stated = row["supersededBy"] ?? row["status"]?.split(separator: " ").last.map { String($0) }
        guard let stated, stated.isKey, stated.contains(where: \.isNumber) else { return nil }
        return stated
    }
}
