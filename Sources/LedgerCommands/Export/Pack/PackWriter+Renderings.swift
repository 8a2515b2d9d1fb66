// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerExport
import TransparencyLog

extension PackWriter {
    private var asOf: AsOfSettings {
        AsOfSettings(
            validAt: request.validAt,
            knownAt: "checkpoint:\(checkpoint.size)",
            sourcedBy: nil
        )
    }

    /// Writes tables and the page that a person reads, of the same entries.
    ///
    /// The ledger answers them for whoever writes the pack. Where that is more than the receiver may see, they are left
    /// out, as they are in the pack of a partner or a person: they would show more than was asked for.
    func writeRenderings() async throws(Complaint) {
        switch request.filter {
        case .whole:
            guard mayRender() else { return }
            let long = try await session.csvTables(asOf) { name, bytes throws(Complaint) in
                try list("tables/\(name)", bytes)
            }
            if !long.isEmpty {
                manifest.leftOutFiles = "tables that are too long: \(long.joined(separator: ", "))"
            }
            try await writeHistory([])
        case .decision(let key):
            guard mayRender() else { return }
            try await writeHistory([key])
        case .range, .partner, .person:
            manifest.leftOutFiles = "tables and page: they would show more than \(request.filter.words)"
        }
    }

    private func mayRender() -> Bool {
        guard manifest.disclosures.hidesFromReceiver else { return true }
        manifest.leftOutFiles = "tables and page: they would show texts that are withheld from the receiver"
        return false
    }

    private func writeHistory(_ decisions: [String]) async throws(Complaint) {
        try archive.begin("history.html")
        _ = try await session.decisionHistory(asOf, decisions: decisions, size: checkpoint.size) {
            bytes throws(Complaint) in try archive.append(bytes[...])
        }
        note(try archive.end())
    }
}
