// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Glibc
import LedgerExport

extension Session {
    /// Where a dossier does not say why it came to stand where it does: an entry of its own does.
    private static let closed = ["rejected", "withdrawn", "rescinded", "abandoned", "setAside", "deferred"]

    /// Writes a directory with a decision record of every matter, or of the one that was asked for.
    func exportRecords(_ export: FormattedExport) async throws(Complaint) {
        guard let path = export.path else { return }
        guard access(path, F_OK) != 0 else {
            throw .usage("\(path) exists; give another name, or remove it")
        }
        let asOf = try await pinned(export.asOf)
        let names = try await partyNames(asOf)
        let directory = UnfinishedDirectory(for: path)
        var keys: [String] = []
        let register = try await ask("io.jvledger.Decisions.List", [:], asOf)
        let held = register.objects("decisions").compactMap { $0["key"]?.text }
        if let asked = export.decision, !held.contains(asked) {
            throw Complaint(
                .refused,
                "there is no decision \(asked) as of then",
                next: ["jvctl decision list"],
                name: "jvctl.Export"
            )
        }
        for key in held where export.decision.map({ $0 == key }) ?? true {
            let reply = try await ask("io.jvledger.Decisions.Get", ["key": .string(key)], asOf)
            guard let dossier = reply["decision"]?.object else { continue }
            let record = MADRRecord(dossier, names: names, closing: try await closing(dossier))
            try directory.write(record.fileName, Array(record.text.utf8))
            keys.append(key)
            showProgress("Exported \(keys.count) of \(held.count) decisions")
        }
        showProgress("")
        if keys.isEmpty {
            throw Complaint(
                .failed,
                register.line("note") ?? "no decision is recorded",
                heading: "Nothing to export",
                name: "jvctl.Export"
            )
        }
        try directory.keep()
        let left = held.count - keys.count
        try say(
            export,
            [
                "decisions": .texts(keys), "leftOut": .number(left), "knownAt": .text(asOf.knownAt),
                "note": register["note"],
            ],
            [
                (keys.count == 1 ? "1 decision record" : "\(keys.count) decision records")
                    + (left == 0 ? "" : "; \(left) left out by what was asked for")
            ]
        )
    }

    /// What organisations and bodies are called, by key.
    private func partyNames(_ asOf: AsOfSettings) async throws(Complaint) -> [String: String] {
        var names: [String: String] = [:]
        let organisations = try await ask("io.jvledger.Roles.ListOrganisations", [:], asOf)
        let bodies = try await ask("io.jvledger.Roles.ListBodies", ["all": true], asOf)
        for party in organisations.objects("organisations") + bodies.objects("bodies") {
            guard let key = party["key"]?.text else { continue }
            names[key] = party["name"]?.text ?? party["title"]?.text
        }
        return names
    }

    /// Why a matter was rejected, withdrawn or the like: from the entry that says so, as it was last corrected.
    private func closing(_ dossier: JSONObject) async throws(Complaint) -> String? {
        guard let row = dossier["row"]?.object, Self.closed.contains(row["status"]?.text ?? ""),
            let position = row["position"]
        else { return nil }
        var entry = try await call("io.jvledger.Ledger.Get", ["position": position])["entry"]?.object
        let correction = entry?["amendedBy"]
        if let correction {
            entry = try await call("io.jvledger.Ledger.Get", ["position": correction])["entry"]?.object
        }
        guard let text = entry?["text"]?.text, let content = (try? JSON(parsing: text))?.object else {
            return nil
        }
        let data = content["data"]?.object
        let stated = correction == nil ? data : data?["data"]?.object
        return entry?["disclosed"]?.object?["reason"]?.text ?? stated?["reason"]?.text
    }
}
