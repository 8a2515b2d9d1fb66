// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Glibc
import LedgerExport
import TransparencyLog

extension Session {
    /// Writes every entry up to the present checkpoint, and the checkpoint, and says how to verify them.
    public func export(
        to paths: ExportPaths,
        withDecisions: Bool,
        replaces: Bool,
        isWitnessed: Bool
    ) async throws(Complaint) {
        let written =
            [paths.entries, paths.checkpoint, paths.hashes] + (withDecisions ? [paths.decisions] : [])
        if !replaces, let present = written.first(where: { access($0, F_OK) == 0 }) {
            throw .usage("\(present) exists; --force replaces it")
        }
        let (note, key, checkpoint) = try await checkpoint(witnessed: isWitnessed)
        var entries = try OutputFile(path: paths.entries)
        var hashes = try OutputFile(path: paths.hashes)
        var export = ExportEntries()
        try await readEntries(below: checkpoint.size, into: &export) { lines throws(Complaint) in
            try entries.append(lines.line)
            try hashes.append(LeafHashList.line(lines.hash))
        }
        try Self.demand(export, checkpoint)
        var signed = try OutputFile(path: paths.checkpoint)
        try signed.append(Array(note.utf8))
        if withDecisions {
            var table = try OutputFile(path: paths.decisions)
            try table.append(Array(try await decisionsCSV().utf8))
            try table.keep()
        }
        try hashes.keep()
        try entries.keep()
        try signed.keep()
        try say(paths, checkpoint.size, key, withDecisions)
    }

    /// Writes every entry to standard output, without a checkpoint.
    public func exportToOutput() async throws(Complaint) {
        let size =
            try await call("io.jvledger.Log.GetCheckpoint").number("size").flatMap { UInt64(exactly: $0) }
            ?? 0
        var export = ExportEntries()
        try await readEntries(below: size, into: &export) { lines in Console.write(lines.line) }
    }

    /// The decision register as it is now, as CSV.
    public func decisionsCSV() async throws(Complaint) -> String {
        DecisionsCSV.text(try await call("io.jvledger.Decisions.List").objects("decisions"))
    }

    /// The checkpoint that an export ends with, as it was signed, opened with the ledger's own key.
    func checkpoint(witnessed: Bool) async throws(Complaint)
        -> (note: String, key: String, checkpoint: Checkpoint)
    {
        let reply: JSONObject
        do throws(Complaint) {
            reply = try await call(
                "io.jvledger.Log.GetCheckpoint",
                ["witnessed": witnessed ? .bool(true) : nil]
            )
        } catch {
            guard witnessed, error.name == "io.jvledger.Log.OutOfRange" else { throw error }
            throw Complaint(
                .failed,
                "no witness has cosigned a checkpoint yet",
                next: ["jvctl witness --help"],
                name: error.name
            )
        }
        guard let note = reply["checkpoint"]?.text, let key = reply["publicKey"]?.text else {
            throw .unexpectedReply("checkpoint")
        }
        return (note, key, try Self.open(note, key))
    }

    /// Refuses to finish an export that its checkpoint does not sign.
    static func demand(_ export: ExportEntries, _ checkpoint: Checkpoint) throws(Complaint) {
        do { try export.check(size: checkpoint.size, root: checkpoint.root) } catch {
            throw Complaint(
                .failed,
                "\(error); nothing was written",
                next: ["jvctl status"],
                name: "jvctl.Export"
            )
        }
    }

    /// Hands over every entry below a size, as the bytes that are hashed with LF, and its leaf hash.
    func readEntries(
        below size: UInt64,
        into export: inout ExportEntries,
        _ body: ((line: [UInt8], hash: Digest)) throws(Complaint) -> Void
    ) async throws(Complaint) {
        guard size > 0 else { return }
        var query = LogQuery()
        query.range = try LogRange("0-\(size - 1)")
        try await log(query) { page throws(Complaint) in
            for entry in page {
                guard let position = entry.number("position").flatMap({ UInt64(exactly: $0) }),
                    let text = entry["text"]?.text
                else { throw .unexpectedReply("entry") }
                do { try body(try export.append(position: position, text: text)) } catch let error
                    as Complaint
                {
                    throw error
                } catch {
                    throw Complaint(.failed, "\(error)", name: "jvctl.Export")
                }
            }
            showProgress("Exported \(export.size) of \(size) entries")
        }
        showProgress("")
    }

    private static func open(_ note: String, _ key: String) throws(Complaint) -> Checkpoint {
        do {
            let note = try SignedNote(parsing: Array(note.utf8))
            return try VerifiedCheckpoint(opening: note, logs: [VerifierKey(text: key)]).checkpoint
        } catch {
            throw Complaint(.failed, "the ledger's checkpoint does not verify with its own key: \(error)")
        }
    }

    private func say(
        _ paths: ExportPaths,
        _ size: UInt64,
        _ key: String,
        _ withDecisions: Bool
    ) throws(Complaint) {
        let reply = JSONObject(fields: [
            "entries": .string(paths.entries),
            "checkpoint": .string(paths.checkpoint),
            "hashes": .string(paths.hashes),
            "decisions": withDecisions ? .string(paths.decisions) : nil,
            "size": .integer(Int64(size)),
            "publicKey": .string(key),
        ])
        var files = [paths.entries, paths.checkpoint, paths.hashes]
        if withDecisions { files.append(paths.decisions) }
        let positions = size == 1 ? "Entry 0" : "Entries 0-\(size - 1)"
        try answer(
            reply,
            [
                "\(positions): \(files.joined(separator: ", "))",
                "Public key  \(DisplayText.line(key))  (send it separately)",
                "Verify      jvctl verify \(paths.entries) --key KEY",
            ]
        )
    }
}
