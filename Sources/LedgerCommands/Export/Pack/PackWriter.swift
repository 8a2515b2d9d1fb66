// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Glibc
import LedgerExport
import TransparencyLog

/// Writes an audit pack, part after part in the order that ``LedgerExport/AuditPack`` lays down.
///
/// What is kept at a time does not grow with the ledger: a page of entries, a tile of each level, and where the hash tiles
/// stand; for a part of a ledger also the positions of its entries. The rest waits in files.
final class PackWriter {
    let session: Session
    let request: PackRequest
    /// The checkpoint that the pack is about, as it was signed and cosigned.
    let note: String
    let checkpoint: Checkpoint
    let archive: ArchiveFile
    var manifest: PackManifest
    /// When it was begun, in seconds since 1970.
    private let begun: Int

    init(
        _ session: Session,
        _ request: PackRequest,
        note: String,
        checkpoint: Checkpoint
    ) throws(Complaint) {
        self.session = session
        self.request = request
        self.note = note
        self.checkpoint = checkpoint
        begun = time(nil)
        archive = try ArchiveFile(path: request.path, modified: UInt64(max(0, begun)))
        manifest = PackManifest(
            origin: checkpoint.origin.text,
            size: checkpoint.size,
            receiver: request.receiver,
            filter: request.filter,
            disclosures: PackDisclosures(for: request.shows, size: checkpoint.size)
        )
    }

    /// Writes all of it, has it recorded, and puts it in its place; returns the position of the entry that records it.
    func write() async throws(Complaint) -> UInt64? {
        try list("VERIFY.txt", AuditPack.verifyByHand(origin: manifest.origin))
        try list("checkpoint", Array(note.utf8))
        let policy = try await session.call("io.jvledger.Log.GetWitnessPolicy")["policy"]?.text ?? ""
        try list("policy", Array(policy.utf8))
        try await writeLog()
        try await writePrevious()
        try await writeRenderings()
        manifest.made = Self.text(begun, "%Y-%m-%dT%H:%M:%SZ")
        manifest.validAt = request.validAt ?? Self.text(begun, "%Y-%m-%d")
        let whoAmI = try await session.call("io.jvledger.Ledger.WhoAmI")
        manifest.writtenBy = (whoAmI["roles"]?.array ?? []).compactMap(\.text)
        let position = try await writeRecord()
        try archive.keep()
        session.showProgress("")
        return position
    }

    /// Writes a file that the manifest vouches for.
    func list(_ path: String, _ bytes: [UInt8]) throws(Complaint) { note(try archive.add(path, bytes)) }

    /// Has the manifest vouch for a file that was written.
    func note(_ file: ArchiveFile.Written) {
        manifest.files.append(PackManifest.File(path: file.path, bytes: file.bytes, digest: file.digest))
    }

    /// Writes what waited as a file that the manifest vouches for.
    func list(_ path: String, _ spool: Spool) throws(Complaint) {
        try archive.begin(path)
        try spool.read { bytes throws(Complaint) in try archive.append(bytes) }
        note(try archive.end())
    }

    /// The receiver's last pack that is not beyond this one: its checkpoint, and the proof that this one continues it.
    private func writePrevious() async throws(Complaint) {
        var query = LogQuery()
        query.subject = "export/\(request.receiver)"
        query.type = "export.generated"
        var last: (size: UInt64, entry: UInt64)?
        try await session.log(query) { page in
            for entry in page.compactMap(LogEntry.init) {
                guard
                    let size = entry.content["data"]?.object?.number("size").flatMap({ UInt64(exactly: $0) }),
                    size <= manifest.size
                else { continue }
                last = (size, entry.position)
            }
        }
        guard let last else { return }
        let old = try await session.call(
            "io.jvledger.Log.GetCheckpoint",
            ["size": .integer(Int64(last.size))]
        )
        guard let oldNote = old["checkpoint"]?.text else { throw .unexpectedReply("checkpoint") }
        let proof: ConsistencyProof?
        do { proof = try ConsistencyProof(oldSize: last.size, newSize: manifest.size, reading: hashes) } catch
        {
            throw Complaint(.failed, "the proof from the pack before cannot be made: \(error)")
        }
        guard let proof else { return }
        try list("previous/checkpoint", Array(oldNote.utf8))
        let request = WitnessRequest(consistency: proof, checkpoint: try Self.signed(note))
        try list("previous/consistency", request.bytes)
        manifest.previous = last
    }

    static func signed(_ text: String) throws(Complaint) -> SignedNote {
        do { return try SignedNote(parsing: Array(text.utf8)) } catch {
            throw .unexpectedReply("checkpoint")
        }
    }

    private static func text(_ seconds: Int, _ format: String) -> String {
        var seconds = seconds
        var parts = tm()
        gmtime_r(&seconds, &parts)
        return String(unsafeUninitializedCapacity: 32) { buffer in
            buffer.withMemoryRebound(to: CChar.self) {
                $0.baseAddress.map { strftime($0, 32, format, &parts) } ?? 0
            }
        }
    }
}
