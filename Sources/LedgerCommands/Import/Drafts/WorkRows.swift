// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// Drafts the rows of an action log.
enum ActionRows {
    private static let done = ["done", "complete", "completed", "closed", "finished", "c", "achieved"]
    private static let cancelled = [
        "cancelled", "canceled", "dropped", "withdrawn", "no longer required", "abandoned",
    ]
    private static let open = [
        "open", "in progress", "ongoing", "not started", "started", "new", "outstanding", "overdue",
        "on track", "late",
        "delayed", "on hold", "red", "amber", "green", "r", "a", "g", "pending", "to do", "underway", "live",
    ]

    static func draft(
        _ table: SourceTable,
        _ mapping: TableMapping,
        _ parties: KnownParties,
        _ book: inout DraftBook
    ) {
        for record in table.rows {
            let row = TableRow(record: record, mapping: mapping)
            book.begin(line: record.line)
            guard let title = row["title"] else {
                book.object("nothing says what is to be done")
                continue
            }
            let owner = row.assignment("owner", parties, &book)
            let organisation =
                row.organisation("org", parties, &book) ?? row["owner"].flatMap(parties.organisation)
            let raised = row.began(&book)
            book.add(
                "commitment.assigned",
                row.subject("commitment", &book),
                [
                    "title": .text(title),
                    "owner": .text(owner),
                    "org": .text(organisation),
                    "due": .text(row.date("due", &book)?.edtf),
                    "decision": .text(row["decision"]),
                    "note": .text(note(row, hasOwner: owner != nil || organisation != nil)),
                ],
                occurred: raised,
                sources: row.source(),
                seal: owner == nil && organisation == nil && row["owner"] != nil ? ["note"] : [],
                label: ".commitment"
            )
            draftEnd(row, &book)
        }
    }

    /// The remarks, and the owner's name where that is no assignment.
    private static func note(_ row: TableRow, hasOwner: Bool) -> String? {
        let owner = hasOwner ? nil : row["owner"].map { "Owner: \($0)" }
        let parts = [owner, row["note"]].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: "\n")
    }

    private static func draftEnd(_ row: TableRow, _ book: inout DraftBook) {
        let ended = row.date("ended", &book)
        let word = row["status"].map { TableField.plain($0) }
        let head = "commitment/\(DraftBook.mark(".commitment"))"
        let isDone = word.map(done.contains) ?? (ended != nil)
        if isDone {
            book.add("commitment.completed", head, [:], occurred: ended, sources: row.source())
        } else if let word, cancelled.contains(word) {
            let reason = row["note"] ?? "\(row["status"] ?? word), as the log has it"
            book.add(
                "commitment.cancelled",
                head,
                ["reason": .text(reason)],
                occurred: ended,
                sources: row.source()
            )
        } else if let word, !open.contains(word) {
            book.remark("The status \"\(row["status"] ?? word)\" counts as open.")
        }
    }
}

/// Drafts the rows of a RAID log: risks, assumptions, issues and dependencies.
enum RaidRows {
    private static let closed = [
        "closed", "resolved", "mitigated", "done", "complete", "completed", "retired",
    ]
    /// Words for likelihood and impact on a scale of five.
    private static let scale = [
        "very low": 1, "rare": 1, "negligible": 1, "low": 2, "unlikely": 2, "minor": 2, "medium": 3,
        "possible": 3,
        "moderate": 3, "high": 4, "likely": 4, "major": 4, "very high": 5, "almost certain": 5, "severe": 5,
        "catastrophic": 5,
    ]

    static func draft(
        _ table: SourceTable,
        _ mapping: TableMapping,
        _ parties: KnownParties,
        _ book: inout DraftBook
    ) {
        for record in table.rows {
            let row = TableRow(record: record, mapping: mapping)
            book.begin(line: record.line)
            guard let title = row["title"] else {
                book.object("nothing says what it is")
                continue
            }
            guard let kind = row["kind"].flatMap({ RAIDKind($0) }) else {
                book.object("\"\(row["kind"] ?? "")\" is none of risk, assumption, issue and dependency")
                continue
            }
            let owner = row.assignment("owner", parties, &book)
            let organisation =
                row.organisation("org", parties, &book) ?? row["owner"].flatMap(parties.organisation)
            book.add(
                "raid.raised",
                row.subject("raid", &book),
                [
                    "kind": .text(kind.rawValue),
                    "title": .text(title),
                    "owner": .text(owner),
                    "org": .text(organisation),
                    "likelihood": level("likelihood", row, &book),
                    "impact": level("impact", row, &book),
                    "decision": .text(row["decision"]),
                    "note": .text(note(row, hasOwner: owner != nil || organisation != nil)),
                ],
                occurred: row.began(&book),
                sources: row.source(),
                seal: owner == nil && organisation == nil && row["owner"] != nil ? ["note"] : [],
                label: ".raid"
            )
            draftEnd(row, kind, &book)
        }
    }

    private static func note(_ row: TableRow, hasOwner: Bool) -> String? {
        let owner = hasOwner ? nil : row["owner"].map { "Owner: \($0)" }
        let score = row["score"].map { "Score: \($0)" }
        let parts = [owner, score, row["response"], row["note"]].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: "\n")
    }

    private static func level(_ field: String, _ row: TableRow, _ book: inout DraftBook) -> JSON? {
        guard let text = row[field] else { return nil }
        guard let number = Int(text) ?? scale[TableField.plain(text)], (1...5).contains(number) else {
            book.object("\(field) \"\(text)\" is neither 1 to 5 nor a word such as low, medium, high")
            return nil
        }
        return .number(number)
    }

    private static func draftEnd(_ row: TableRow, _ kind: RAIDKind, _ book: inout DraftBook) {
        let ended = row.date("ended", &book)
        let outcomes = book.types["raid.closed"]?.fields.first { $0.name == "outcome" }?.choices ?? []
        let word = row["status"].map { TableField.plain($0) } ?? ""
        guard closed.contains(word) || outcomes.contains(word) || word.isEmpty && ended != nil else { return }
        let usual = ["resolved", "closed", "mitigated"]
        let outcome = outcomes.first { $0.lowercased() == word } ?? usual.first(where: outcomes.contains)
        book.add(
            "raid.closed",
            "raid/\(DraftBook.mark(".raid"))",
            ["outcome": .text(outcome)],
            occurred: ended,
            sources: row.source()
        )
        if word != outcome, let outcome {
            book.remark("What is closed is recorded with the outcome \(outcome).")
        }
    }
}

extension TableRow {
    /// When what the row is of began; some time before its end, if only that is stated.
    fileprivate func began(_ book: inout DraftBook) -> StatedDate? {
        if let raised = date("raised", &book) ?? undated(&book) { return raised }
        // What is wrong with the date of the end is said where that is drafted.
        return self["ended"].flatMap { StatedDate($0, mapping.dates) }.map { StatedDate(upTo: $0) }
    }
}
