// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerExport
import TransparencyLog

extension PackWriter {
    /// Writes the manifest, has its digest recorded, and writes what proves that; returns the position of the entry.
    ///
    /// A ledger that takes no entries, such as one that was found damaged, can still be taken away: then the manifest
    /// says that nothing records it.
    func writeRecord() async throws(Complaint) -> UInt64? {
        let bytes = manifestBytes
        let reply: JSONObject
        do throws(Complaint) { reply = try await record(Digest.sha256(bytes)) } catch {
            guard error.name == "io.jvledger.Ledger.ReadOnly" else { throw error }
            manifest.unrecorded = error.message
            try archive.add("manifest.json", manifestBytes)
            return nil
        }
        guard let position = reply.number("position").flatMap({ UInt64(exactly: $0) }),
            let entry = reply["entry"]?.text, let proof = reply["proof"]?.text,
            let consistency = reply["consistency"]?.text
        else { throw .unexpectedReply("record of the pack") }
        try archive.add("manifest.json", bytes)
        try archive.add("record/entry.json", Array(entry.utf8))
        try archive.add("record/entry.tlog-proof", Array(proof.utf8))
        try archive.add("record/consistency", Array(consistency.utf8))
        return position
    }

    private var manifestBytes: [UInt8] {
        Array(((JSONForm.pretty.text(manifest.json) ?? "") + "\n").utf8)
    }

    private func record(_ digest: Digest) async throws(Complaint) -> JSONObject {
        try await session.call(
            "io.jvledger.Log.RecordExport",
            [
                "receiver": .string(manifest.receiver), "size": .integer(Int64(manifest.size)),
                "scope": .string(manifest.filter.scope), "filter": .text(manifest.filter.text),
                "entries": .integer(Int64(manifest.entries)),
                "disclosed": .number(manifest.disclosures.disclosed),
                "manifest": .string(digest.hexadecimal),
            ]
        )
    }
}
