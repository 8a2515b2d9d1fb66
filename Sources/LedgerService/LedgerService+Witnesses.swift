// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger
import LedgerStore
import TransparencyLog
import Varlink

/// What witnesses have to do with the ledger: whose cosignatures it takes, and on which checkpoints they are.
extension LedgerService {
    /// How many of the newest cosignatures on one checkpoint are looked through for the last of each witness.
    private static let cosignaturesRead = 1_024
    /// How much later a witness that has cosigned a checkpoint must have cosigned it again for that to be kept, in
    /// seconds: visits to a ledger in which nothing happens would otherwise fill it.
    private static let repeatSeconds: UInt64 = 86_400

    /// A checkpoint with the last cosignature of each witness on it.
    func cosignedNote(_ checkpoint: StoredCheckpoint) throws(StoreFailure) -> SignedNote {
        let lines = try store.cosignatures(atSize: checkpoint.size, limit: Self.cosignaturesRead)
        var last: [NoteSignature] = []
        for signature in lines.lazy.compactMap({ NoteSignature(line: $0[...]) }) {
            guard last.count < SignedNote.maximumSignatures - 1 else { break }
            let isLater = last.contains { $0.name == signature.name && $0.id == signature.id }
            if !isLater { last.append(signature) }
        }
        do throws(NoteError) { return try SignedNote(parsing: checkpoint.note).adding(last.reversed()) } catch
        {
            throw .damaged(
                position: nil,
                reason: "the checkpoint of \(checkpoint.size) cannot be read: \(error)"
            )
        }
    }

    /// Takes the cosignatures on a checkpoint and says whose they are.
    func addCosignatures(on bytes: [UInt8]) throws(VarlinkError) -> JSONObject {
        let keys = published.state.witnessesInUse
        let opened = try open(bytes, keys.map(\.verifier))
        let size = opened.checkpoint.size
        let otherHistory = try reading { () throws(StoreFailure) -> String? in
            try contradiction(to: opened.checkpoint)
        }
        if let otherHistory {
            alarm.hear(.damaged(position: nil, reason: otherHistory), isOtherHistory: true)
            throw VarlinkError(
                "io.jvledger.Log.Forked",
                JSONObject([("size", .integer(Int64(size))), ("message", .string(otherHistory))])
            )
        }
        if case .readOnly(let reason) = published.condition {
            throw VarlinkError(RecordFailure.readOnly(reason))
        }
        let verifiers = keys.map(\.verifier)
        let kept = try reading { () throws(StoreFailure) -> [Cosignature]? in
            guard let checkpoint = try store.checkpoint(atSize: size) else { return nil }
            return try cosignatures(on: checkpoint, by: verifiers)
        }
        guard let kept else {
            throw Self.bad("this ledger has no checkpoint over \(size) entries; take the latest one")
        }
        guard !opened.cosignatures.isEmpty else {
            throw Self.bad(
                "none of the witnesses that are appointed here has cosigned it: jvctl witness list"
            )
        }
        let news = opened.cosignatures.filter { new in
            !kept.contains {
                $0.witness == new.witness
                    && new.timestamp < $0.timestamp.saturating(adding: Self.repeatSeconds)
            }
        }
        do throws(StoreFailure) {
            try store.addCosignatures(news.map { Array($0.signature.line.dropLast()) }, size: size)
        } catch {
            alarm.hear(error)
            throw .tryAgain("the cosignature cannot be kept: \(error)")
        }
        func name(_ cosignature: Cosignature) -> Key? {
            keys.first { $0.verifier == cosignature.witness }?.key
        }
        for witness in news.compactMap(name) { onEvent(.cosigned(size: size, witness: witness)) }
        reviewWitnesses()
        let witnesses = opened.cosignatures.compactMap(name)
        return JSONObject([
            ("size", .integer(Int64(size))),
            ("witnesses", .array(witnesses.map { .string($0.text) })),
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
    ///
    /// What is stored counts, and not the head that is published or remembered: whoever has a checkpoint has it from
    /// after its commit, which may be before the head is told of it.
    private func contradiction(to checkpoint: Checkpoint) throws(StoreFailure) -> String? {
        var root = try store.checkpoint(atSize: checkpoint.size)?.root
        if root == nil {
            let count = try store.count
            guard checkpoint.size <= count else {
                return
                    "this ledger's key signed a checkpoint over \(checkpoint.size) entries, and there are \(count)"
            }
            root = try CompactRange(size: checkpoint.size, reading: store).root
        }
        guard root != checkpoint.root else { return nil }
        return "this ledger's key signed another history of \(checkpoint.size) entries"
    }

    func cosignatures(
        on checkpoint: StoredCheckpoint,
        by keys: [VerifierKey]
    ) throws(StoreFailure) -> [Cosignature] {
        let note = try cosignedNote(checkpoint)
        do throws(CheckpointError) {
            return try VerifiedCheckpoint(opening: note, logs: [publicKey], witnesses: keys).cosignatures
        } catch {
            throw .damaged(
                position: nil,
                reason: "the checkpoint of \(checkpoint.size) does not verify: \(error)"
            )
        }
    }

    private static func bad(_ message: String) -> VarlinkError {
        VarlinkError("io.jvledger.Log.BadCheckpoint", JSONObject([("message", .string(message))]))
    }

    /// Every witness, with the last checkpoint that it cosigned.
    func witnessRows() throws(StoreFailure) -> [JSON] {
        var rows: [JSON] = []
        for (key, witness) in published.state.witnesses.sorted(by: { $0.key.text < $1.key.text }) {
            var row = JSONObject([
                ("key", .string(key.text)),
                ("organisation", .string(witness.organisation.text)),
                ("publicKey", .string(witness.publicKey)),
                ("revoked", .bool(witness.revoked != nil)),
            ])
            if let last = try witness.verifierKey.flatMap({ key throws(StoreFailure) in
                try lastCosignature(by: key)
            }) {
                row["size"] = .integer(Int64(last.size))
                row["cosigned"] = .string(last.time.description)
            }
            let entries = [witness.position] + (witness.revoked.map { [$0] } ?? [])
            row["entries"] = .array(entries.map { .integer(Int64($0)) })
            rows.append(.object(row))
        }
        return rows
    }

    /// The checkpoint that a witness cosigned last, and when by its own clock.
    func lastCosignature(
        by key: VerifierKey
    ) throws(StoreFailure) -> (size: UInt64, time: Timestamp)? {
        guard let newest = try store.newestCosignature(beginning: NoteSignature.lineStart(of: key)),
            let signature = NoteSignature(line: newest.line[...]),
            let checkpoint = try store.checkpoint(atSize: newest.size),
            let opened = try? VerifiedCheckpoint(
                opening: SignedNote(parsing: checkpoint.note),
                logs: [publicKey]
            ),
            let last = try? Cosignature(verifying: signature, by: key, on: opened.checkpoint.text)
        else { return nil }
        return (newest.size, Timestamp(ofCosignature: last.timestamp))
    }
}

extension Witness {
    /// Its key; nil for a text that only looks like one.
    var verifierKey: VerifierKey? { try? VerifierKey(text: publicKey) }
}

extension UInt64 {
    /// The sum, or the greatest value if that is less.
    fileprivate func saturating(adding other: UInt64) -> UInt64 {
        let (sum, isTooMuch) = addingReportingOverflow(other)
        return isTooMuch ? .max : sum
    }
}
