// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger
import LedgerStore
import TransparencyLog
import Varlink

/// What witnesses have to do with the ledger: whose cosignatures it takes, and on which checkpoints they are.
extension LedgerService {
    /// How many of the newest cosignatures are looked through for the last of each witness.
    private static let newestLimit = 1_024

    /// The checkpoint of exactly this size, with the cosignatures on it.
    func cosignedNote(_ checkpoint: StoredCheckpoint) throws(StoreFailure) -> SignedNote {
        let lines = try store.cosignatures(atSize: checkpoint.size)
        do throws(NoteError) {
            let note = try SignedNote(parsing: checkpoint.note)
            return lines.isEmpty ? note : try note.adding(lines.compactMap { NoteSignature(line: $0[...]) })
        } catch {
            throw .damaged(
                position: nil,
                reason: "the checkpoint of \(checkpoint.size) cannot be read: \(error)"
            )
        }
    }

    /// The latest checkpoint that a witness cosigned; nil if there is none.
    func witnessedCheckpoint() throws(StoreFailure) -> StoredCheckpoint? {
        let newest = try store.newestCosignatures(limit: Self.newestLimit).map(\.size).max()
        guard let newest else { return nil }
        return try store.checkpoint(atSize: newest)
    }

    /// Takes the cosignatures on a checkpoint and says whose they are.
    func addCosignatures(on bytes: [UInt8]) throws(VarlinkError) -> JSONObject {
        let witnesses = published.state.witnesses.filter { $0.value.revoked == nil }
        let keys = witnesses.compactMap { key, witness in
            (try? VerifierKey(text: witness.publicKey)).map { (key, $0) }
        }
        let opened = try open(bytes, keys.map(\.1))
        let size = opened.checkpoint.size
        if let contradiction = try reading({ () throws(StoreFailure) in
            try contradiction(to: opened.checkpoint)
        }) {
            alarm.hear(.damaged(position: nil, reason: contradiction))
            throw VarlinkError(
                "io.jvledger.Log.Forked",
                JSONObject([("size", .integer(Int64(size))), ("message", .string(contradiction))])
            )
        }
        let kept = try reading { () throws(StoreFailure) in try store.checkpoint(atSize: size) }
        guard kept != nil else {
            throw Self.bad("this ledger has no checkpoint over \(size) entries; take the latest one")
        }
        guard !opened.cosignatures.isEmpty else {
            throw Self.bad(
                "none of the witnesses that are appointed here has cosigned it: jvctl witness list"
            )
        }
        let lines = opened.cosignatures.map { Array($0.signature.line.dropLast()) }
        try reading { () throws(StoreFailure) in try store.addCosignatures(lines, size: size) }
        let signers = opened.cosignatures.compactMap { cosignature in
            keys.first { $0.1 == cosignature.witness }?.0
        }
        for signer in signers { onEvent(.cosigned(size: size, witness: signer)) }
        return JSONObject([
            ("size", .integer(Int64(size))),
            ("witnesses", .array(signers.map { .string($0.text) })),
        ])
    }

    private func open(_ bytes: [UInt8], _ witnesses: [VerifierKey]) throws(VarlinkError) -> VerifiedCheckpoint
    {
        do {
            let note = try SignedNote(parsing: bytes)
            return try VerifiedCheckpoint(opening: note, logs: [publicKey], witnesses: witnesses)
        } catch { throw Self.bad("it does not verify with this ledger's key and its witnesses': \(error)") }
    }

    /// How a checkpoint that this ledger's key signed contradicts its history; nil if it belongs to it.
    private func contradiction(to checkpoint: Checkpoint) throws(StoreFailure) -> String? {
        let head = published.head
        guard checkpoint.size <= head.size else {
            return
                "a checkpoint over \(checkpoint.size) entries was signed with this ledger's key, which has \(head.size)"
        }
        var range = CompactRange()
        if let kept = try store.checkpoint(atSize: checkpoint.size) {
            guard kept.root != checkpoint.root else { return nil }
        } else {
            var position: UInt64 = 0
            while position < checkpoint.size {
                let count = Int(min(checkpoint.size - position, UInt64(StoreLimits.pageRows)))
                let hashes = try store.leafHashes(from: position, count: count)
                guard !hashes.isEmpty else {
                    throw .damaged(position: position, reason: "the entry is missing")
                }
                for hash in hashes { range.append(hash) }
                position += UInt64(hashes.count)
            }
            guard range.root != checkpoint.root else { return nil }
        }
        return "another history of \(checkpoint.size) entries was signed with this ledger's key"
    }

    private static func bad(_ message: String) -> VarlinkError {
        VarlinkError("io.jvledger.Log.BadCheckpoint", JSONObject([("message", .string(message))]))
    }

    /// Every witness, with the last checkpoint that it cosigned.
    func witnessRows() throws(StoreFailure) -> [JSON] {
        let newest = try store.newestCosignatures(limit: Self.newestLimit)
        return published.state.witnesses.sorted { $0.key.text < $1.key.text }.map { key, witness in
            var row = JSONObject([
                ("key", .string(key.text)),
                ("organisation", .string(witness.organisation.text)),
                ("publicKey", .string(witness.publicKey)),
                ("revoked", .bool(witness.revoked != nil)),
            ])
            if let last = Self.last(of: witness, in: newest) {
                row["size"] = .integer(Int64(last.size))
                row["cosigned"] = .string(last.time.description)
            }
            let entries = [witness.position] + (witness.revoked.map { [$0] } ?? [])
            row["entries"] = .array(entries.map { .integer(Int64($0)) })
            return .object(row)
        }
    }

    private static func last(
        of witness: Witness,
        in newest: [StoredCosignature]
    ) -> (size: UInt64, time: Timestamp)? {
        guard let key = try? VerifierKey(text: witness.publicKey) else { return nil }
        for cosignature in newest {
            guard let line = NoteSignature(line: cosignature.line[...]), line.name == key.name,
                line.id == key.id
            else { continue }
            let seconds = line.signature.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            // The verified line cannot have a later time than fits (Cosignature.maximumTimestamp).
            let (microseconds, isTooLate) = Int64(clamping: seconds).multipliedReportingOverflow(
                by: 1_000_000
            )
            return (cosignature.size, isTooLate ? .distantFuture : Timestamp(microseconds: microseconds))
        }
        return nil
    }
}
