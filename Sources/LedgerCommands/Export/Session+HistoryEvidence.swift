// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerExport
import TransparencyLog

/// What was verified for a decision history, and which texts are sealed.
struct HistoryEvidence {
    let proof: HistoryProof
    let sealed: SealedFields
    /// How many entries the ledger held as of then.
    let held: UInt64
}

extension Session {
    /// Reads and hashes every entry up to a checkpoint, that of the given size or the latest.
    func historyEvidence(_ knownAt: String?, _ size: UInt64?) async throws(Complaint) -> HistoryEvidence {
        let witnesses = try await historyWitnesses()
        let reply = try await call(
            "io.jvledger.Log.GetCheckpoint",
            ["size": size.map { .integer(Int64(clamping: $0)) }]
        )
        guard let note = reply["checkpoint"]?.text else { throw .unexpectedReply("checkpoint") }
        let checkpoint = try Self.opened(reply, witnesses)
        let witnessed = try await witnessedCheckpoint(below: checkpoint.checkpoint.size, witnesses)
        var held = checkpoint.checkpoint.size
        if let knownAt {
            let known = try await call(
                "io.jvledger.Ledger.List",
                ["limit": 1, "knownAt": .string(knownAt)]
            )
            held = min(held, known.number("size").flatMap { UInt64(exactly: $0) } ?? 0)
        }
        let sealed = try await readSealed(
            checkpoint.checkpoint,
            passing: witnessed?.checkpoint,
            held
        )
        return HistoryEvidence(
            proof: HistoryProof(
                checkpoint: checkpoint,
                note: note,
                witnessed: witnessed,
                witnesses: witnesses
            ),
            sealed: sealed,
            held: held
        )
    }

    private func historyWitnesses() async throws(Complaint) -> [HistoryProof.Witness] {
        try await call("io.jvledger.Log.ListWitnesses").objects("witnesses").compactMap { row in
            guard let text = row["publicKey"]?.text, let key = try? VerifierKey(text: text) else {
                return nil
            }
            return HistoryProof.Witness(
                key: key,
                organisation: row["organisation"]?.text ?? "",
                isRevoked: row["revoked"]?.bool ?? false
            )
        }
    }

    /// The last checkpoint of a smaller size that has the cosignatures that the policy asks for, if there is one.
    private func witnessedCheckpoint(
        below size: UInt64,
        _ witnesses: [HistoryProof.Witness]
    ) async throws(Complaint) -> VerifiedCheckpoint? {
        let reply: JSONObject
        do throws(Complaint) {
            reply = try await call("io.jvledger.Log.GetCheckpoint", ["witnessed": true])
        } catch {
            guard error.name == "io.jvledger.Log.OutOfRange" else { throw error }
            return nil
        }
        let checkpoint = try Self.opened(reply, witnesses)
        let isEarlier = (1..<size).contains(checkpoint.checkpoint.size)
        return isEarlier && !checkpoint.cosignatures.isEmpty ? checkpoint : nil
    }

    private static func opened(
        _ reply: JSONObject,
        _ witnesses: [HistoryProof.Witness]
    ) throws(Complaint) -> VerifiedCheckpoint {
        guard let note = reply["checkpoint"]?.text, let key = reply["publicKey"]?.text else {
            throw .unexpectedReply("checkpoint")
        }
        do {
            return try VerifiedCheckpoint(
                opening: SignedNote(parsing: Array(note.utf8)),
                logs: [VerifierKey(text: key)],
                witnesses: witnesses.map(\.key)
            )
        } catch {
            throw Complaint(
                .failed,
                "the ledger's checkpoint does not verify with its own key and its witnesses': \(error)",
                next: ["jvctl status"],
                name: "jvctl.Export"
            )
        }
    }

    /// Hashes all entries to the roots of two checkpoints, and notes what is sealed in those that were held.
    private func readSealed(
        _ checkpoint: Checkpoint,
        passing earlier: Checkpoint?,
        _ held: UInt64
    ) async throws(Complaint) -> SealedFields {
        var sealed = SealedFields()
        var entries = ExportEntries()
        var query = LogQuery()
        query.range = try LogRange("0-\(max(1, checkpoint.size) - 1)")
        try await log(query) { page throws(Complaint) in
            for entry in page {
                guard let position = entry.number("position").flatMap({ UInt64(exactly: $0) }),
                    let text = entry["text"]?.text, let content = (try? JSON(parsing: text))?.object
                else { throw .unexpectedReply("entry") }
                do throws(ExportEntries.Problem) {
                    _ = try entries.append(position: position, text: text)
                } catch { throw Complaint(.failed, "\(error)", name: "jvctl.Export") }
                if let earlier, earlier.size == entries.size { try Self.demand(entries, earlier) }
                if position < held { sealed.read(entry, content) }
            }
            showProgress("Read \(entries.size) of \(checkpoint.size) entries")
        }
        try Self.demand(entries, checkpoint)
        return sealed
    }
}
