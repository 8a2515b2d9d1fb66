// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Glibc
import LedgerExport

extension Session {
    /// Hands over every table there is as a file in CSV, its name and its bytes, one after the other.
    ///
    /// All are of the same entries. The table of entries is left out unless it is asked for: it is as long as the ledger.
    /// Whoever makes an archive of an export carries the tables so. Returns the names of those that are left out, as they
    /// would be longer than the ledger can answer with.
    @discardableResult
    public func csvTables(
        _ asOf: AsOfSettings = AsOfSettings(),
        _ body: (_ name: String, _ bytes: [UInt8]) throws(Complaint) -> Void
    ) async throws(Complaint) -> [String] {
        let asOf = try await pinned(asOf)
        var leftOut: [String] = []
        for table in ExportTable.all {
            switch table.source {
            case .entries: continue
            case .answer, .dossiers:
                showProgress("Exporting \(table.name)")
                let bytes: [UInt8]
                do throws(Complaint) { bytes = Array(try await csvTable(table, asOf).text.utf8) } catch {
                    guard error.name == Complaint.tooLong else { throw error }
                    leftOut.append(table.name)
                    continue
                }
                try body("\(table.name).csv", bytes)
            }
        }
        showProgress("")
        return leftOut
    }

    /// One table as CSV, how many rows it was made of, and what the ledger has to say with it.
    func csvTable(
        _ table: ExportTable,
        _ asOf: AsOfSettings
    ) async throws(Complaint) -> (text: String, rows: Int, note: String?) {
        switch table.source {
        case .entries: return ("", 0, nil)
        case .answer(let method, let list):
            let reply = try await call(method, asOf.added(to: table.parameters))
            let rows = reply.objects(list)
            return (table.csv.text(rows), rows.count, reply.line("note"))
        case .dossiers(let list):
            var rows: [JSONObject] = []
            let note = try await dossiers(asOf) { dossier in
                rows.append(Self.row(dossier, list))
            }
            let filled = rows.filter { row in list.map { row[$0]?.array?.isEmpty == false } ?? true }
            return (table.csv.text(filled), filled.count, note)
        }
    }

    /// Hands over every decision's dossier, by key; returns what the ledger has to say with the list.
    func dossiers(
        _ asOf: AsOfSettings,
        _ body: (JSONObject) throws(Complaint) -> Void
    ) async throws(Complaint) -> String? {
        let reply = try await ask("io.jvledger.Decisions.List", [:], asOf)
        for key in reply.objects("decisions").compactMap({ $0["key"]?.text }) {
            let answer = try await ask("io.jvledger.Decisions.Get", ["key": .string(key)], asOf)
            if let dossier = answer["decision"]?.object { try body(dossier) }
        }
        return reply.line("note")
    }

    /// A dossier as a row: with its line of the register at the top, or beside one of its lists.
    private static func row(_ dossier: JSONObject, _ list: String?) -> JSONObject {
        let line = dossier["row"]?.object ?? JSONObject()
        var row = JSONObject()
        if let list {
            for name in ["key", "title", "status"] { row["decision.\(name)"] = line[name] }
            row[list] = dossier[list]
        } else {
            row = dossier
            for member in line.members { row[member.name] = member.value }
        }
        return row
    }

    /// Writes one table, or a directory of all.
    func exportTables(_ export: FormattedExport) async throws(Complaint) {
        guard let name = export.table else { return try await exportAllTables(export) }
        let table = try ExportTable.named(name)
        if case .entries = table.source { return try await exportEntriesTable(export) }
        let (text, rows, note) = try await csvTable(table, pinned(export.asOf))
        let output = try ExportOutput(export.path, replaces: export.replaces)
        try output.write(text)
        try output.keep()
        try say(
            export,
            ["table": .string(name), "rows": .number(rows), "note": .text(note)],
            [rows == 1 ? "1 row" : "\(rows) rows"] + [note].compactMap(\.self)
        )
    }

    private func exportAllTables(_ export: FormattedExport) async throws(Complaint) {
        guard let path = export.path else { return }
        guard access(path, F_OK) != 0 else {
            throw .usage("\(path) exists; give another name, or remove it")
        }
        let directory = UnfinishedDirectory(for: path)
        var names: [String] = []
        let asOf = try await pinned(export.asOf)
        try await csvTables(asOf) { name, bytes throws(Complaint) in
            try directory.write(name, bytes)
            names.append(name)
        }
        try directory.keep()
        try say(
            export,
            ["tables": .texts(names), "knownAt": .text(asOf.knownAt)],
            ["\(names.count) tables; the entries themselves: --table \(ExportTable.entriesName)"]
        )
    }

    /// Says which tables there are.
    func answerTables() throws(Complaint) {
        var table = Table("TABLE", "WHAT")
        for each in ExportTable.all { table.append([each.name, each.summary]) }
        let reply = ExportTable.all.map { each in
            JSON.object(JSONObject([("name", .string(each.name)), ("summary", .string(each.summary))]))
        }
        try answer(JSONObject([("tables", .array(reply))]), lines(table))
    }
}
