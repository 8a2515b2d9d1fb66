// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerExport
import TransparencyLog

/// An entry that is exported.
struct ExportedEntry {
    let position: UInt64
    /// The exact bytes that are hashed.
    let bytes: [UInt8]
    /// What they say.
    let content: JSONObject
    /// Their hash in the log.
    let leafHash: Digest
}

extension Session {
    /// Writes entries, as they were recorded.
    func exportEntries(_ export: FormattedExport) async throws(Complaint) {
        switch export.format {
        case .cloudevents: try await exportEntries(export, as: CloudEventsBatch())
        case .jsonl, .csv, .madr, .html, .graphml, .dot: try await exportEntries(export, as: JSONLines())
        }
    }

    private func exportEntries(
        _ export: FormattedExport,
        as format: some EntryFormat
    ) async throws(Complaint) {
        var format = format
        let output = try ExportOutput(export.path, replaces: export.replaces)
        try output.write(format.beginning)
        let tally = try await chosenEntries(export) { entry throws(Complaint) in
            try output.write(format.piece(entry.bytes))
        }
        try output.write(format.end)
        try output.keep()
        try say(export, tally)
    }

    /// Writes entries as a table.
    func exportEntriesTable(_ export: FormattedExport) async throws(Complaint) {
        let output = try ExportOutput(export.path, replaces: export.replaces)
        let tally = try await entriesTable(export, output.write)
        try output.keep()
        try say(export, tally)
    }

    /// Hands over the pieces of the table of entries.
    func entriesTable(
        _ export: FormattedExport,
        _ body: (String) throws(Complaint) -> Void
    ) async throws(Complaint) -> EntryTally {
        try body(CSV.record(EntriesCSV.header))
        return try await chosenEntries(export) { entry throws(Complaint) in
            let record = EntriesCSV.record(
                position: entry.position,
                entry: entry.content,
                leafHash: entry.leafHash.hexadecimal
            )
            try body(CSV.record(record))
        }
    }

    /// Hands over the entries that an export asks for, a page at a time, and counts them.
    ///
    /// An entry that is not what its hash says ends the export.
    private func chosenEntries(
        _ export: FormattedExport,
        _ body: (ExportedEntry) throws(Complaint) -> Void
    ) async throws(Complaint) -> EntryTally {
        // The ledger may grow meanwhile; what is exported is what it holds now.
        var query = export.query
        query.knownAt = try await pinned(export.asOf).knownAt
        let held = try await call(
            "io.jvledger.Ledger.List",
            ["limit": 1, "knownAt": .text(query.knownAt)]
        )
        var tally = EntryTally(held: held.number("size") ?? 0)
        try await log(query) { page throws(Complaint) in
            for reply in page {
                let entry = try Self.exported(reply)
                guard Self.isOf(export.partner, entry.content) else { continue }
                try body(entry)
                tally.written += 1
            }
            if let last = page.last?.number("position") {
                showProgress("Exported \(tally.written) entries, up to \(last) of \(tally.held)")
            }
        }
        showProgress("")
        return tally
    }

    private static func exported(_ reply: JSONObject) throws(Complaint) -> ExportedEntry {
        guard let position = reply.number("position").flatMap({ UInt64(exactly: $0) }),
            let text = reply["text"]?.text, let stated = reply["leafHash"]?.text
        else { throw .unexpectedReply("entry") }
        let bytes = Array(text.utf8)
        let hash = Merkle.leafHash(bytes)
        guard hash.hexadecimal == stated, let content = (try? JSON(parsing: text))?.object else {
            throw Complaint(
                .failed,
                "entry \(position) is not what was hashed: the ledger is damaged; the export was broken off",
                next: ["jvctl status"],
                name: "jvctl.Export"
            )
        }
        return ExportedEntry(position: position, bytes: bytes, content: content, leafHash: hash)
    }

    /// Whether an entry was recorded on behalf of an organisation, or says that it is what acted.
    private static func isOf(_ partner: String?, _ entry: JSONObject) -> Bool {
        guard let partner else { return true }
        return entry["onbehalfof"]?.text == partner || entry["data"]?.object?["org"]?.text == partner
    }

    private func say(_ export: FormattedExport, _ tally: EntryTally) throws(Complaint) {
        var lines = [tally.line]
        if tally.leftOut > 0 {
            lines.append(
                "Part of a ledger shows nothing of what is missing: jvctl export --pack can be verified."
            )
        }
        try say(
            export,
            ["entries": .integer(tally.written), "leftOut": .integer(tally.leftOut)],
            lines
        )
    }
}

/// How many entries an export has, of how many that the ledger held.
struct EntryTally {
    let held: Int64
    var written: Int64 = 0

    /// How many were not asked for.
    var leftOut: Int64 { held - written }

    /// The same in words.
    var line: String {
        if held == 0 { return "0 entries: the ledger held none then" }
        let written = written == 1 ? "1 entry" : "\(written) entries"
        return leftOut == 0 ? written : "\(written); \(leftOut) of \(held) left out by what was asked for"
    }
}
