// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Glibc
import LedgerExport
import TransparencyLog

extension Session {
    /// Writes the ledger as a directory of static files that tools for transparency logs read (C2SP tlog-tiles).
    ///
    /// It is written beside its place and put there whole.
    public func exportTiles(to directory: String, isWitnessed: Bool) async throws(Complaint) {
        guard access(directory, F_OK) != 0 else {
            throw .usage("\(directory) exists; give another name, or remove it")
        }
        let (note, key, checkpoint) = try await checkpoint(witnessed: isWitnessed)
        let unfinished = UnfinishedDirectory(for: directory)
        var export = ExportEntries()
        var log = TiledLog()
        try await readEntries(below: checkpoint.size, into: &export) { lines throws(Complaint) in
            let files: [TiledLog.File]
            do throws(TiledLog.TooLong) {
                files = try log.append(Array(lines.line.dropLast()), hash: lines.hash)
            } catch { throw Self.tooLong(error) }
            for file in files { try unfinished.write(file.path, file.bytes) }
        }
        try Self.demand(export, checkpoint)
        let last: [TiledLog.File]
        do throws(TiledLog.TooLong) { last = try log.finish() } catch { throw Self.tooLong(error) }
        for file in last { try unfinished.write(file.path, file.bytes) }
        try unfinished.write("checkpoint", Array(note.utf8))
        try unfinished.keep()
        let reply = JSONObject([
            ("directory", .string(directory)), ("size", .integer(Int64(checkpoint.size))),
            ("publicKey", .string(key)),
        ])
        try answer(
            reply,
            [
                "\(directory): \(checkpoint.size) entries as tiles (C2SP tlog-tiles), with their checkpoint",
                "Public key  \(DisplayText.line(key))  (send it separately)",
            ]
        )
    }

    static func tooLong(_ error: TiledLog.TooLong) -> Complaint {
        Complaint(
            .failed,
            "one of the entries from \(error.position) on is longer than \(EntryBundle.maximumEntryBytes) bytes, "
                + "which tiles cannot hold; jvctl export FILE can",
            name: "jvctl.Export"
        )
    }
}
