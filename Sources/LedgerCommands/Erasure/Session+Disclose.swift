// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerExport

extension Session {
    /// Writes all that the ledger holds about a person and the caller may read, entry by entry: to a file that is put in
    /// its place whole, or to standard output.
    public func disclose(_ person: String, to path: String?, replaces: Bool) async throws(Complaint) {
        // The ledger may grow meanwhile; what is written is what it holds now.
        let asOf = try await pinned(AsOfSettings())
        let people = try await ask("io.jvledger.Roles.ListPeople", [:], asOf)
        guard let about = people.objects("rows").first(where: { $0.line("key") == person }) else {
            throw Complaint(
                .failed,
                "there is no person \(person)",
                heading: "Not found",
                next: ["jvctl person list"],
                name: "io.jvledger.Ledger.NotFound"
            )
        }
        let roles = try await ask("io.jvledger.Roles.GetRoleBiography", ["person": .string(person)], asOf)
        let caller = try await call("io.jvledger.Ledger.WhoAmI")
        let output = try ExportOutput(path, replaces: replaces)
        try output.write(beginning(about, roles, caller, asOf))
        var access = SubjectAccess(person: person)
        var summary = SubjectAccessSummary()
        var query = LogQuery()
        query.knownAt = asOf.knownAt
        try await log(query) { page throws(Complaint) in
            for reply in page {
                guard let entry = LogEntry(reply) else { throw .unexpectedReply("entry") }
                let content = entry.content
                let data = content["data"]?.object ?? JSONObject()
                guard let reason = access.reason(subject: entry.subject, data: data) else { continue }
                summary.add(reply, entry, content)
                try output.write(piece(reply, entry, reason))
            }
            if let last = page.last?.number("position") { showProgress("Looked through up to entry \(last)") }
        }
        showProgress("")
        try output.write(text(["summary": .object(summary.json)], summary.lines))
        try output.keep()
        if let path, settings.json == .off, !settings.isQuiet {
            Console.print(["Written to \(path)."] + summary.lines)
        }
    }

    /// Who it is about, who asks, and what the person held.
    private func beginning(
        _ about: JSONObject,
        _ roles: JSONObject,
        _ caller: JSONObject,
        _ asOf: AsOfSettings
    ) -> String {
        var facts = Labelled()
        facts.add("Person", about.line("key"))
        facts.add("Who", about["person"]?.object.map(HolderText.person))
        let size = asOf.knownAt?.split(separator: ":").last ?? ""
        facts.add("Ledger", "\(caller.line("instance") ?? ""), all of its \(size) entries")
        facts.add("Readable by", caller.line("user") ?? "uid \(caller.number("uid") ?? 0)")
        if about.isSet("held") { facts.add("Held", "what is sealed of them must be kept for now") }
        let columns: AnswerColumns = [
            "FROM": "from", "UNTIL": "to", "WHAT": "what", "SUBJECT": "subject", "TITLE": "title",
            "FOR": "organisations",
        ]
        let table = AnswerTable.rows(roles, columns, showsEntries: false)
        let held =
            table.isEmpty ? ["Nothing is recorded that the person held."] : ["What they held:"] + lines(table)
        return text(
            ["person": .object(about), "roles": roles["rows"] ?? [], "knownAt": .text(asOf.knownAt)],
            facts.lines + [""] + held + [""]
        )
    }

    private func piece(_ reply: JSONObject, _ entry: LogEntry, _ reason: SubjectAccess.Reason) -> String {
        text(
            ["entry": .object(reply), "reason": .string(reason.text)],
            ["Here because: \(DisplayText.line(reason.text))"] + entry.details + [""]
        )
    }

    /// An object on its own line or lines, or the lines.
    private func text(_ object: KeyValuePairs<String, JSON?>, _ lines: [String]) -> String {
        if let text = settings.json.text(JSONObject(fields: object)) { return text + "\n" }
        return lines.joined(separator: "\n") + "\n"
    }
}
