// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON

/// Drafts the rows of a list of posts and who holds them; a post with several rows is defined once.
enum PostRows {
    private static let vacant = [
        "vacant", "vacancy", "tbc", "tba", "none", "-", "n/a", "unfilled", "to be appointed",
    ]

    static func draft(
        _ table: SourceTable,
        _ mapping: TableMapping,
        _ parties: KnownParties,
        _ book: inout DraftBook
    ) {
        var defined: Set<String> = []
        var people = People()
        let starts = starts(table, mapping)
        for record in table.rows {
            let row = TableRow(record: record, mapping: mapping)
            book.begin(line: record.line)
            guard let title = row["post"] else {
                book.object("nothing says which post it is")
                continue
            }
            guard let key = key(row, title, parties) else {
                book.object("\"\(title)\" has no letter or digit that a key could be made of")
                continue
            }
            let host = row.organisation("org", parties, &book)
            if !defined.contains(key), !parties.posts.contains(where: { $0.key == key }) {
                define(
                    key,
                    title,
                    host,
                    starts[title.lowercased()] ?? row.undated(&book),
                    row,
                    parties,
                    &book
                )
                defined.insert(key)
            }
            guard let holder = row["holder"], !vacant.contains(holder.lowercased()) else { continue }
            let person = people.key(of: holder, organisation: host, sources: row.source(), &book)
            assign(person, to: "post/\(key)", row, &book)
        }
        if !parties.posts.isEmpty {
            book.remark("Posts that the ledger has already, by key or title, are not defined again.")
        }
        book.remark("People are registered anew, unless the list names them by their number, such as P-0001.")
    }

    private static func key(_ row: TableRow, _ title: String, _ parties: KnownParties) -> String? {
        if let key = row["key"] { return key.isKey ? key : key.keyed }
        return parties.post(title) ?? title.keyed
    }

    /// Since when each post is held by somebody at the earliest, by its title in lower case; none if a row does not
    /// say.
    private static func starts(_ table: SourceTable, _ mapping: TableMapping) -> [String: StatedDate] {
        var starts: [String: StatedDate] = [:]
        for record in table.rows {
            let row = TableRow(record: record, mapping: mapping)
            guard let title = row["post"]?.lowercased(), let text = row["from"],
                let date = StatedDate(text, mapping.dates)
            else { continue }
            if let earliest = starts[title], earliest.edtf <= date.edtf { continue }
            starts[title] = date
        }
        return starts
    }

    private static func define(
        _ key: String,
        _ title: String,
        _ host: String?,
        _ start: StatedDate?,
        _ row: TableRow,
        _ parties: KnownParties,
        _ book: inout DraftBook
    ) {
        let spans = row.organisations("spans", parties, &book)
        let organisations = spans.isEmpty ? [host].compactMap(\.self) : spans
        let isJoint = flag("joint", row, &book)
        book.add(
            "post.defined",
            "post/\(key)",
            [
                "title": .text(title),
                "organisations": .texts(organisations),
                "host": .text(host),
                "jointlyFunded": .flag(isJoint),
                "from": .text(start?.edtf),
            ],
            occurred: start,
            sources: row.source()
        )
    }

    private static func assign(_ person: String, to role: String, _ row: TableRow, _ book: inout DraftBook) {
        let from = row.date("from", &book) ?? row.undated(&book)
        book.add(
            "role.assigned",
            "assignment/",
            [
                "role": .string(role),
                "person": .string(person),
                "capacity": .text(capacity(row, &book)),
                "fraction": fraction(row, &book),
                "from": .text(from?.edtf),
                "to": .text(row.date("to", &book)?.edtf),
                "decision": .text(row["decision"]),
            ],
            occurred: from,
            sources: row.source()
        )
    }

    private static func flag(_ field: String, _ row: TableRow, _ book: inout DraftBook) -> Bool {
        guard let text = row[field] else { return false }
        guard let flag = text.asFlag else {
            book.object("\(field) \"\(text)\" is neither yes nor no")
            return false
        }
        return flag
    }

    private static func capacity(_ row: TableRow, _ book: inout DraftBook) -> String? {
        guard let text = row["capacity"]?.lowercased() else { return nil }
        switch text {
        case "acting", "interim", "yes": return "acting"
        case "deputy", "advisor": return text
        case "adviser": return "advisor"
        case "substantive", "permanent", "no": return nil
        default:
            book.object("capacity \"\(text)\" is none of substantive, acting, deputy and advisor")
            return nil
        }
    }

    private static func fraction(_ row: TableRow, _ book: inout DraftBook) -> JSON? {
        guard let text = row["fraction"] else { return nil }
        let percent = text.last == "%" ? text.dropLast().trimmed : text
        do { return try ShareOption.basisPoints("fraction", percent) } catch {
            book.object(error.message)
            return nil
        }
    }
}
