// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerExport
import TransparencyLog

extension PackWriter {
    private static let bundlePrefix = "tile/entries/"

    /// The hashes of the tree, from the tiles that were written.
    var hashes: TileReader<Complaint> {
        TileReader(size: checkpoint.size) { [archive] tile throws(Complaint) in try archive.read(tile.path) }
    }

    /// Reads every entry once: writes the tiles, then the entries that were chosen, and what became of their sealed texts.
    func writeLog() async throws(Complaint) {
        let chosen = try Spool(besides: request.path, "entries")
        let sealed = try Spool(besides: request.path, "disclosures")
        var positions: [UInt64] = []
        try await scan { position, line, told throws(Complaint) in
            try chosen.append(line)
            try sealed.append(told)
            guard request.filter != .whole else { return }
            positions.append(position)
            guard positions.count <= AuditPack.partLimit else {
                throw Complaint(
                    .refused,
                    "a part of a ledger has at most \(AuditPack.partLimit) entries; choose fewer, or the whole ledger",
                    name: "jvctl.Export"
                )
            }
        }
        guard manifest.entries > 0 else {
            throw Complaint(
                .refused,
                "none of the ledger's \(manifest.size) entries belongs to \(request.filter.words)",
                next: ["jvctl log"],
                name: "jvctl.Export"
            )
        }
        try list("entries.jsonl", chosen)
        if request.filter != .whole { try writeProofs(of: positions, chosen) }
        try list("disclosures.jsonl", sealed)
    }

    /// Hands over the entries that were chosen, each with its line and those of its sealed texts.
    private func scan(
        _ body: (_ position: UInt64, _ line: [UInt8], _ told: [UInt8]) throws(Complaint) -> Void
    ) async throws(Complaint) {
        var entries = ExportEntries()
        var log = TiledLog()
        var selection = PackSelection(request.filter)
        var query = LogQuery()
        query.range = try LogRange("0-\(checkpoint.size - 1)")
        query.wantsDisclosures = true
        try await session.log(query) { page throws(Complaint) in
            for reply in page {
                guard let position = reply.number("position").flatMap({ UInt64(exactly: $0) }),
                    let text = reply["text"]?.text
                else { throw .unexpectedReply("entry") }
                let line: [UInt8]
                let hash: Digest
                let files: [TiledLog.File]
                do {
                    (line, hash) = try entries.append(position: position, text: text)
                    files = try log.append(Array(line.dropLast()), hash: hash)
                } catch { throw Self.complaint(error) }
                for file in files { try add(file) }
                let isSealed = ["disclosed", "withheld", "erased"].contains { reply[$0] != nil }
                let content =
                    isSealed || selection.readsContent
                    ? (try? JSON(parsing: text))?.object ?? JSONObject() : JSONObject()
                guard selection.takes(position, content) else {
                    manifest.disclosures.pass(reply, content)
                    continue
                }
                manifest.add(position)
                let told: [UInt8]
                do { told = try manifest.disclosures.lines(position, reply, content) } catch {
                    throw Self.complaint(error)
                }
                try body(position, line, told)
            }
            session.showProgress("Read \(entries.size) of \(checkpoint.size) entries")
        }
        try Session.demand(entries, checkpoint)
        let last: [TiledLog.File]
        do throws(TiledLog.TooLong) { last = try log.finish() } catch { throw Self.complaint(error) }
        for file in last { try add(file) }
    }

    /// Writes a tile; the bundles of entries go into a whole pack alone.
    private func add(_ file: TiledLog.File) throws(Complaint) {
        if file.path.hasPrefix(Self.bundlePrefix) {
            if request.filter == .whole { try archive.add(file.path, file.bytes) }
        } else {
            archive.remember(try archive.add(file.path, file.bytes))
        }
    }

    /// Writes each entry of a part on its own, with the proof that the ledger has it.
    private func writeProofs(of positions: [UInt64], _ chosen: Spool) throws(Complaint) {
        let signed = try Self.signed(note)
        let hashes = hashes
        var rest = positions[...]
        try chosen.readLines { line throws(Complaint) in
            guard let position = rest.popFirst() else { return }
            let proof: InclusionProof?
            do { proof = try InclusionProof(index: position, size: checkpoint.size, reading: hashes) } catch {
                throw Complaint(.failed, "the proof of entry \(position) cannot be made: \(error)")
            }
            guard let proof else { return }
            try archive.add("entries/\(position).json", line)
            try archive.add(
                "entries/\(position).tlog-proof",
                TransparencyProof(inclusion: proof, checkpoint: signed).bytes
            )
            if rest.count.isMultiple(of: 100) {
                session.showProgress("Proved \(positions.count - rest.count) of \(positions.count) entries")
            }
        }
    }

    private static func complaint(_ error: any Error) -> Complaint {
        if let error = error as? TiledLog.TooLong { return Session.tooLong(error) }
        if let error = error as? Complaint { return error }
        return Complaint(
            .failed,
            "\(error); nothing was written",
            next: ["jvctl status"],
            name: "jvctl.Export"
        )
    }
}
