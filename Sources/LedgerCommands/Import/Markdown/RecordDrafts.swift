// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// A file with a decision record in it.
public struct RecordFile: Hashable, Sendable {
    /// The name of the file, without the folders that it is in.
    public let name: String
    /// SHA-256 of its bytes, in hexadecimal.
    public let digest: String
    /// What it says.
    public let record: DecisionRecord

    /// Keeps what was read of a file.
    public init(name: String, digest: String, record: DecisionRecord) {
        self.name = name
        self.digest = digest
        self.record = record
    }

    /// The key in the name of the file: `D-0004` of `D-0004.md` or `D-0004-a-title.md`, and `ADR-0004` of
    /// `0004-a-title.md`; nil if the name has no number so.
    var key: String? { Self.key(in: name) }

    static func key(in text: String) -> String? {
        if let match = text.prefixMatch(of: /([A-Za-z]{1,8}-\d{1,8})(?![A-Za-z0-9])/) {
            return String(match.output.1)
        }
        return text.prefixMatch(of: /(\d{3,6})(?:[-_. ]|$)/).map { "ADR-\($0.output.1)" }
    }
}

/// Drafts decision records in Markdown.
///
/// A record without a status is taken as proposed. log4brains takes it as accepted, and does not read front matter: so
/// where front matter and list disagree, nothing is recorded (domain.md section 7).
enum RecordDrafts {
    ///
    /// `consents` says which partners consented where records name only people.
    static func draft(
        _ files: [RecordFile],
        consents: String,
        _ parties: KnownParties,
        _ book: inout DraftBook
    ) {
        var replaced: [(file: RecordFile, line: Int, successor: String)] = []
        for file in files {
            let status = file.record.value("status")
            book.begin(line: status?.line ?? 1, of: file.name)
            guard file.record.isRecord else {
                book.object(
                    "it is no decision record: it has no title, or neither status, options nor outcome"
                )
                continue
            }
            let before = book.problems.count
            guard let statement = statement(of: file, consents, parties, &book), book.problems.count == before
            else {
                continue
            }
            let start = book.count
            register(file, &book)
            statement.draft(&book)
            DraftedImport.close(.madr, file.digest, nil, since: start, &book)
            if statement.status == .deprecated { book.remark(DecisionRows.deprecation) }
            if statement.status == .superseded {
                if let successor = successor(status?.text ?? ""), file.key != nil {
                    replaced.append((file, status?.line ?? 1, successor))
                } else {
                    book.remark(
                        "What replaces a superseded decision is recorded only where file names have numbers."
                    )
                }
            }
            if file.record.value("consulted", "informed") != nil {
                book.remark("Who was consulted and informed is not recorded.")
            }
        }
        for (file, line, successor) in replaced {
            book.begin(line: line, of: file.name)
            book.add(
                "decision.superseded",
                "decision/\(file.key ?? "")",
                ["decision": .string(successor)],
                sources: source(file, line)
            )
        }
    }

    private static func register(_ file: RecordFile, _ book: inout DraftBook) {
        book.add(
            "evidence.registered",
            "evidence/",
            [
                "title": .string("Decision record \(file.name): \(file.record.title)"), "kind": "other",
                "digest": .string(file.digest),
            ],
            label: "file:\(file.name)"
        )
    }

    private static func source(_ file: RecordFile, _ line: Int? = nil) -> [JSON] {
        let source = JSONObject(fields: [
            "evidence": .string(DraftBook.mark("file:\(file.name)")),
            "locator": .text(line.map { "line \($0)" }),
        ])
        return [.object(source)]
    }

    private static func successor(_ status: String) -> String? {
        let words = status.split { $0.isWhitespace || "[]()".contains($0) }
        guard let place = words.firstIndex(where: { $0.lowercased() == "by" }) else { return nil }
        return words[(place + 1)...].lazy.compactMap { RecordFile.key(in: String($0)) }.first
    }

    private static func statement(
        of file: RecordFile,
        _ consents: String,
        _ parties: KnownParties,
        _ book: inout DraftBook
    ) -> DecisionStatement? {
        let record = file.record
        guard let status = status(of: record, &book) else { return nil }
        var statement = DecisionStatement(
            subject: "decision/\(file.key ?? "")",
            title: record.title,
            question: question(record),
            status: status,
            sources: source(file)
        )
        if let date = record.value("date") {
            statement.decided = StatedDate(date.text)
            if statement.decided == nil {
                book.object("the date \"\(date.text)\" is not one that is understood")
            }
            book.remark(
                "The date of a record is that of its last change; it is taken as when the matter was decided."
            )
        }
        options(&statement, record, &book)
        let makers = record.value("decision-makers", "decision makers", "deciders")
        statement.take(
            makers: makers?.text,
            instead: parties.consenting(consents, &book),
            parties,
            &book
        )
        let needsReason: [StatedStatus] = [.adopted, .superseded, .deprecated, .rejected]
        if statement.reason == nil, needsReason.contains(status) {
            book.object("no reason is given: Chosen option: \"…\", because …")
        }
        return statement
    }

    private static func status(of record: DecisionRecord, _ book: inout DraftBook) -> StatedStatus? {
        let stated = [record.frontMatter["status"], record.list["status"]].compactMap(\.self).filter {
            !$0.text.isEmpty
        }
        guard let first = stated.first else {
            book.remark("A record without a status is taken as proposed, not as accepted.")
            return .proposed
        }
        guard let status = StatedStatus(first.text) else {
            book.object(
                "the status \"\(first.text)\" is none of proposed, accepted, rejected, deprecated and superseded by KEY"
            )
            return nil
        }
        if let other = stated.dropFirst().first, StatedStatus(other.text) != status {
            book.object(
                "its front matter says \(first.text), and line \(other.line) says \(other.text): put right which it is"
            )
            return nil
        }
        return status
    }

    private static func question(_ record: DecisionRecord) -> String? {
        let drivers = record.drivers.isEmpty ? [] : ["", "Decision drivers:"] + record.drivers
        let text = (record.context + drivers).joined(separator: "\n").trimmed
        return text.isEmpty ? nil : text
    }

    private static func options(
        _ statement: inout DecisionStatement,
        _ record: DecisionRecord,
        _ book: inout DraftBook
    ) {
        statement.options = record.options.map { option in
            let said = record.arguments.first { TableField.plain($0.key) == TableField.plain(option.text) }
            return DecisionStatement.Option(
                title: option.text,
                arguments: (said?.value ?? []).map { ($0.stance, $0.text) }
            )
        }
        guard let choice = record.choice else {
            let outcome = record.outcomeText
            if !outcome.isEmpty { statement.reason = outcome }
            return
        }
        statement.reason = choice.reason
        let index = statement.options.firstIndex {
            TableField.plain($0.title) == TableField.plain(choice.option)
        }
        guard let index else {
            guard statement.options.isEmpty else {
                book.object("the chosen option \"\(choice.option)\" is none of the considered options")
                return
            }
            statement.options = [DecisionStatement.Option(title: choice.option)]
            statement.chosen = 0
            return
        }
        statement.chosen = index
        statement.options[index].arguments += (record.arguments[""] ?? []).map { ($0.stance, $0.text) }
    }
}
