// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
public import TransparencyLog

extension Session {
    /// What a witness that left off at a size is to cosign: the latest checkpoint or the one over `size` entries, and
    /// the proof that it continues.
    public func witnessRequest(
        since old: UInt64,
        size: UInt64? = nil
    ) async throws(Complaint) -> WitnessRequest {
        let reply = try await call(
            "io.jvledger.Log.GetCheckpoint",
            ["size": size.map { .integer(Int64(clamping: $0)) }]
        )
        guard let text = reply["checkpoint"]?.text,
            let size = reply.number("size").flatMap({ UInt64(exactly: $0) }),
            let note = try? SignedNote(parsing: Array(text.utf8))
        else { throw .unexpectedReply("checkpoint") }
        guard old > 0, old <= size else {
            // A witness that has seen more than there is finds that out itself, without a proof.
            return WitnessRequest(
                consistency: ConsistencyProof(oldSize: min(old, size), newSize: size, path: []),
                checkpoint: note
            )
        }
        let proof = try await call(
            "io.jvledger.Log.GetConsistency",
            ["old": .integer(Int64(old)), "new": .integer(Int64(size))]
        )
        let path = (proof["hashes"]?.array ?? []).compactMap { $0.text.flatMap { Digest(base64: $0) } }
        return WitnessRequest(
            consistency: ConsistencyProof(oldSize: old, newSize: size, path: path),
            checkpoint: note
        )
    }

    /// Hands in a checkpoint with cosignatures.
    private func hand(in note: SignedNote) async throws(Complaint) -> JSONObject {
        let text = String(decoding: note.bytes, as: UTF8.self)
        return try await call("io.jvledger.Log.AddCosignatures", ["checkpoint": .text(text)])
    }

    /// Hands in a checkpoint with cosignatures, and says whose the ledger took.
    public func submit(_ note: SignedNote) async throws(Complaint) {
        let reply = try await hand(in: note)
        let witnesses = (reply["witnesses"]?.array ?? []).compactMap(\.text).joined(separator: ", ")
        try answer(
            reply,
            ["Cosigned by \(witnesses): the checkpoint over \(reply.number("size") ?? 0) entries."]
        )
    }

    /// Writes a request to a file.
    public func writeWitnessRequest(
        _ path: String,
        since old: UInt64,
        size: UInt64?
    ) async throws(Complaint) {
        let request = try await witnessRequest(since: old, size: size)
        var file = try OutputFile(path: path)
        try file.append(request.bytes)
        try file.keep()
        let reply = JSONObject([("file", .string(path)), ("old", .integer(Int64(request.oldSize)))])
        try answer(
            reply,
            [
                "\(path): the \(size == nil ? "latest checkpoint" : "checkpoint asked for"), with the proof that it "
                    + "continues \(request.oldSize)"
            ]
        )
    }

    /// Hands in the cosigned checkpoint in a file.
    public func submitFile(_ path: String) async throws(Complaint) {
        let bytes = try InputFile(path: path).readAll(limit: SignedNote.maximumBytes)
        guard let note = try? SignedNote(parsing: bytes) else {
            throw Complaint(
                .refused,
                "\(path) is not a signed checkpoint",
                heading: "Not valid",
                next: ["jvctl witness cosign --help"],
                name: "jvctl.Witness"
            )
        }
        try await submit(note)
    }

    /// One visit of a witness: asks for what is new, checks it against what it remembers, cosigns, hands in.
    ///
    /// Before the latest checkpoint it cosigns those that other witnesses have cosigned since its last visit: else
    /// there would be none that all have cosigned.
    public func visit(_ witness: OfflineWitness) async throws(Complaint) {
        var witness = witness
        let pending = try await call(
            "io.jvledger.Log.ListPending",
            ["beyond": .integer(Int64(clamping: witness.memory.size))]
        )
        for size in (pending["sizes"]?.array ?? []).compactMap({ $0.integer.flatMap(UInt64.init(exactly:)) })
        where size > witness.memory.size {
            let request = try await witnessRequest(since: witness.memory.size, size: size)
            _ = try await hand(in: try witness.cosign(request))
        }
        let request = try await witnessRequest(since: witness.memory.size)
        try await submit(try witness.cosign(request))
    }

    /// Records a witness policy; without a file that there be one of each organisation.
    public func setWitnessPolicy(
        file: String?,
        _ recording: RecordingSettings
    ) async throws(Complaint) {
        var text: JSON?
        if let file {
            let bytes = try InputFile(path: file).readAll(limit: WitnessPolicy.maximumBytes)
            do throws(PolicyError) { _ = try WitnessPolicy(parsing: bytes) } catch {
                throw .usage("\(file) is not a witness policy (C2SP tlog-policy): \(error)")
            }
            text = .string(String(decoding: bytes, as: UTF8.self))
        }
        try await recordAndSay(
            [Draft("witness.policy.changed", "policy/witnesses", ["text": text])],
            recording
        )
    }

    /// The witnesses and what each of them has last cosigned.
    public func listWitnesses() async throws(Complaint) {
        let reply = try await call("io.jvledger.Log.ListWitnesses")
        var table = Table("WITNESS", "OF", "LAST COSIGNED", "AT", "STANDING", "PUBLIC KEY")
        for row in reply.objects("witnesses") {
            table.append([
                row.line("key") ?? "", row.line("organisation") ?? "",
                row.number("size").map { "\($0)" } ?? "never",
                row.line("cosigned") ?? "", row["revoked"]?.bool == true ? "revoked" : "in use",
                row.line("publicKey") ?? "",
            ])
        }
        try answer(
            reply,
            table,
            orNone: "No witnesses: nobody but the operator vouches for this ledger's history."
        )
    }
}
