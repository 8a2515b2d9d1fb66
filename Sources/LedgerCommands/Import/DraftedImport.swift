// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// What a table or documents would become: what is shown before anything is recorded, and the entries.
public struct DraftedImport: Sendable {
    /// What the table is called as a source; empty for documents, which are sources each.
    public let title: String
    /// SHA-256 of the table in hexadecimal.
    public let digest: String
    /// What was made of the columns, or of the documents; with comments after `#`.
    public let preface: [String]
    /// What is worth knowing.
    public internal(set) var remarks: [String]
    /// What keeps lines from being recorded.
    public let problems: [ImportProblem]
    /// The entries.
    public let file: ImportFile

    /// The lines that are shown before anything is recorded.
    public var proposal: [String] { preface + remarks.map { "# Note: \($0)" } }

    /// Drafts the rows of a table, by a mapping or by the one that is proposed for it.
    public init(
        _ table: SourceTable,
        name: String,
        digest: String,
        mapping stated: TableMapping? = nil,
        types: [EventType],
        parties: KnownParties
    ) throws(Complaint) {
        let mapping: TableMapping
        if let stated { mapping = stated } else { mapping = try TableMapping(proposedFor: table) }
        let kind = mapping.kind.rawValue
        title = mapping.settings["title"] ?? "\(kind.prefix(1).uppercased())\(kind.dropFirst()) \(name)"
        self.digest = digest
        var book = DraftBook(types)
        book.begin(line: 1)
        book.add(
            "evidence.registered",
            "evidence/",
            ["title": .string(title), "kind": "data", "digest": .string(digest)],
            label: "file"
        )
        switch mapping.kind {
        case .decisions: DecisionRows.draft(table, mapping, parties, &book)
        case .actions: ActionRows.draft(table, mapping, parties, &book)
        case .raid: RaidRows.draft(table, mapping, parties, &book)
        case .posts: PostRows.draft(table, mapping, parties, &book)
        case .matrix, .ties: SurveyRows.draft(table, mapping, parties, &book)
        }
        Self.close(.csv, digest, mapping, since: 0, &book)
        let rows = table.rows.count == 1 ? "1 row" : "\(table.rows.count) rows"
        preface =
            [
                "# \(name) is taken for: \(kind), \(rows). Each becomes \(mapping.kind.outcome).",
                "# The file is registered as evidence, \"\(title)\", and is the source of every row.",
                "# What its columns say; kept in a file and put right, it can be given back with --mapping FILE:",
            ] + mapping.lines
        remarks = book.remarks
        problems = book.problems
        file = try book.file(types)
    }

    /// Drafts decision records in Markdown; `consents` says which partners consented where they name only people.
    public init(
        _ files: [RecordFile],
        consents: String = "",
        types: [EventType],
        parties: KnownParties
    ) throws(Complaint) {
        var book = DraftBook(types)
        RecordDrafts.draft(files, consents: consents, parties, &book)
        title = ""
        digest = ""
        let count = files.count == 1 ? "1 decision record" : "\(files.count) decision records"
        preface =
            [
                "# \(count). Each file is registered as evidence, the source of what it becomes: proposal.tabled,",
                "# option.added and argued, consent.given (reported) and what its status says.",
            ]
            + files.map { file in
                let status = file.record.value("status")?.text ?? "no status"
                return "\(file.name): \(file.key ?? "the next key")  \(status)  \(file.record.title)"
            }
        remarks = book.remarks
        problems = book.problems
        file = try book.file(types)
    }

    /// Drafts the entry that says what was taken in, in a ledger that has that type.
    ///
    /// The headings of a matrix are names, so how they were understood is kept sealed.
    static func close(
        _ format: ImportFormat,
        _ digest: String,
        _ mapping: TableMapping?,
        since start: Int,
        _ book: inout DraftBook
    ) {
        guard book.types["import.performed"] != nil else { return }
        let count = book.count - start
        let text = mapping?.text ?? ""
        book.begin(line: 1, of: book.file)
        book.add(
            "import.performed",
            "import/",
            [
                "digest": .string(digest), "format": .string(format.rawValue), "count": .number(count),
                "mapping": text.isEmpty || text.utf8.count > CSVReader.maximumCellBytes ? nil : .string(text),
            ],
            seal: mapping?.kind == .matrix ? ["mapping"] : []
        )
    }
}
