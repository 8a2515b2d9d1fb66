// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import TransparencyLog

/// How an import of a table or of documents is to go.
public struct DraftImport: Sendable {
    /// The organisation for which is recorded.
    public var onBehalfOf: String?
    /// Whether to record without asking.
    public var isConfirmed: Bool
    /// Whether nothing is recorded.
    public var isDryRun: Bool

    /// Says how.
    public init(onBehalfOf: String?, isConfirmed: Bool, isDryRun: Bool) {
        self.onBehalfOf = onBehalfOf
        self.isConfirmed = isConfirmed
        self.isDryRun = isDryRun
    }
}

extension Session {
    /// Imports a table: shows what its columns are taken to say, and records it once that is confirmed.
    ///
    /// `mapping` is what somebody has put right of the mapping that was proposed.
    public func importTable(
        _ bytes: [UInt8],
        name: String,
        mapping: [UInt8]?,
        _ how: DraftImport
    ) async throws(Complaint) {
        let table = try SourceTable(csv: bytes)
        let digest = Digest.sha256(bytes).hexadecimal
        if let before = try await imports()[digest] { return try answerNothingNew([(name, before)]) }
        var drafted = try DraftedImport(
            table,
            name: name,
            digest: digest,
            mapping: try mapping.map { text throws(Complaint) in try TableMapping(text, for: table) },
            types: try await types(),
            parties: try await knownParties()
        )
        if let earlier = try await otherEdition(of: drafted.title, drafted.digest) {
            drafted.remarks.append(earlier)
        }
        try await importDrafts(drafted, again: "jvctl import \(name) --yes", how)
    }

    /// Imports decision records in Markdown; `consents` says which partners consented where they name only people.
    public func importRecords(
        _ files: [RecordFile],
        consents: String,
        _ how: DraftImport
    ) async throws(Complaint) {
        let imports = try await imports()
        let before = files.compactMap { file in
            imports[file.digest].map { (name: file.name, key: $0) }
        }
        guard before.count < files.count else { return try answerNothingNew(before) }
        var drafted = try DraftedImport(
            files.filter { imports[$0.digest] == nil },
            consents: consents,
            types: try await types(),
            parties: try await knownParties()
        )
        if !before.isEmpty {
            drafted.remarks.append(
                "Imported before, and so left out: \(before.map { $0.name }.joined(separator: ", "))."
            )
        }
        try await importDrafts(drafted, again: "jvctl import FILE… --yes", how)
    }

    private func importDrafts(
        _ drafted: DraftedImport,
        again: String,
        _ how: DraftImport
    ) async throws(Complaint) {
        let proposal = drafted.proposal
        if settings.json == .off, !settings.isQuiet { Console.print(proposal.map(DisplayText.line)) }
        guard drafted.problems.isEmpty || how.isDryRun else {
            throw ImportProblem.complaint(drafted.problems)
        }
        var file = drafted.file
        if let organisation = how.onBehalfOf { file.setDefault(onBehalfOf: organisation) }
        if how.isDryRun { return try await tryOut(file, drafted.problems) }
        if !how.isConfirmed {
            guard let asker = settings.asker else {
                let reply = JSONObject(fields: [
                    "proposal": .texts(proposal), "entries": .number(file.lines.count),
                ])
                return try answer(
                    reply,
                    [
                        "# Nothing is recorded yet: \(file.lines.count) entries would be. What the rules say of each:",
                        "# add --dry-run. To record them: \(again)",
                    ]
                )
            }
            guard confirms("Record \(file.lines.count) entries?", asker) else { throw .cancelled }
        }
        try await importFile(file, batch: nil, isDryRun: false)
    }

    private func knownParties() async throws(Complaint) -> KnownParties {
        KnownParties(
            organisations: try await call("io.jvledger.Roles.ListOrganisations"),
            bodies: try await call("io.jvledger.Roles.ListBodies"),
            posts: try await call("io.jvledger.Roles.ListPosts"),
            holders: try await call("io.jvledger.Roles.ListHolders")
        )
    }

    /// What was imported, by its digest, and under which key.
    ///
    /// What a table or document becomes depends on what is recorded already, so one that was imported is not drafted
    /// again.
    private func imports() async throws(Complaint) -> [String: String] {
        var imports: [String: String] = [:]
        for entry in try await entries(ofType: "import.performed") {
            guard let digest = entry["data"]?.object?["digest"]?.text, let key = entry["subject"]?.text else {
                continue
            }
            imports[digest] = key
        }
        return imports
    }

    private func answerNothingNew(_ before: [(name: String, key: String)]) throws(Complaint) {
        let reply = JSONObject(fields: ["imported": .texts(before.map(\.key))])
        try answer(
            reply,
            before.map { file in
                "Nothing new: \(file.name) was imported before (jvctl log --subject \(file.key))."
            }
        )
    }

    /// What to say when a file of the same title and other content was imported before, which would double what both
    /// have in them.
    private func otherEdition(of title: String, _ digest: String) async throws(Complaint) -> String? {
        for entry in try await entries(ofType: "evidence.registered") {
            guard let data = entry["data"]?.object, let other = data["digest"]?.text, other != digest,
                data["title"]?.text == title
            else { continue }
            let key = entry["subject"]?.text ?? ""
            return
                "\(title) was imported before with other content, as \(key). Rows that both have are recorded "
                + "again, or refused where they have keys: leave out of the new file what is recorded."
        }
        return nil
    }

    /// Every entry of a type; none if the ledger does not know it.
    private func entries(ofType type: String) async throws(Complaint) -> [JSONObject] {
        guard try await types().contains(where: { $0.name == type }) else { return [] }
        var entries: [JSONObject] = []
        var from: Int? = 0
        while let start = from {
            let reply = try await call(
                "io.jvledger.Ledger.List",
                ["type": .string(type), "from": .number(start), "limit": 1000]
            )
            for recorded in reply.objects("entries") {
                guard let text = recorded["text"]?.text, let entry = (try? JSON(parsing: text))?.object else {
                    continue
                }
                entries.append(entry)
            }
            from = reply["next"]?.integer.flatMap { Int(exactly: $0) }.flatMap { $0 > start ? $0 : nil }
        }
        return entries
    }
}
