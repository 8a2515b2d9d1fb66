// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
public import LedgerExport
import TransparencyLog

/// Verifies an export without a ledger.
public struct OfflineVerification: Sendable {
    private let paths: ExportPaths
    private let keys: [VerifierKey]
    private let checkpoint: String
    private let older: String?

    /// Whether a file is an audit pack, by its beginning.
    public static func isPack(_ path: String) -> Bool {
        guard path != "-", let file = try? RandomAccessFile(path: path),
            let beginning = try? file.read(0, PackVerifier.beginningBytes)
        else { return false }
        return PackVerifier.isPack(beginning)
    }

    /// Takes what the command line gave.
    public init(
        file: String,
        keys: [String],
        checkpoint: String?,
        since older: String?
    ) throws(Complaint) {
        guard file != "-" else { throw .usage("an export is verified as a file, not from standard input") }
        paths = ExportPaths(entries: file)
        self.keys = try KeyOption.keys(keys)
        self.checkpoint = checkpoint ?? paths.checkpoint
        self.older = older
    }

    /// Reads everything and decides.
    ///
    /// - Throws: A complaint of ``ProgramExit/cannotTell`` when something that is needed cannot be read.
    public func verdict() throws(Complaint) -> Verdict {
        do {
            let note = try InputFile(path: checkpoint).readAll(limit: SignedNote.maximumBytes)
            let olderNote = try older.map { path throws(Complaint) in
                try InputFile(path: path).readAll(limit: SignedNote.maximumBytes)
            }
            let verifier = ExportVerifier(keys: keys)
            return try verifier.verify(checkpoint: note, older: olderNote, source: ExportFile(paths))
        } catch {
            throw Complaint(
                .cannotTell,
                error.message,
                heading: "Cannot tell",
                name: "jvctl.CannotTell"
            )
        }
    }

    /// Says the verdict, and how the program ends by it.
    public static func say(_ verdict: Verdict, _ settings: Settings) -> ProgramExit {
        if let text = settings.json.text(json(verdict)) {
            Console.print([text])
        } else {
            Console.print(verdict.lines.map { styled($0, settings.terminal) })
        }
        switch verdict {
        case .verified: return .done
        case .notVerified: return .failed
        }
    }

    /// The line with its first words in colour.
    static func styled(_ line: String, _ terminal: Terminal) -> String {
        let styles: [(String, Terminal.Style)] = [
            ("VERIFIED", .good), ("NOT SHOWN", .warning), ("NOT VERIFIED", .bad),
        ]
        for (words, style) in styles where line.hasPrefix(words) {
            return terminal.styled(words, style) + line.dropFirst(words.count)
        }
        return line
    }

    private static func json(_ verdict: Verdict) -> JSONObject {
        switch verdict {
        case .notVerified(let fault):
            JSONObject(fields: [
                "verified": false, "fault": .string("\(fault)"), "position": position(fault.place),
            ])
        case .verified(let confirmation):
            JSONObject(fields: [
                "verified": true,
                "origin": .string(confirmation.origin),
                "size": .integer(Int64(confirmation.size)),
                "root": .string(confirmation.root.base64),
                "since": confirmation.olderSize.map { .integer(Int64($0)) },
                "cosignedBy": .array(confirmation.cosignatures.map { .string($0.witness.name.text) }),
                "sealedEntries": .integer(Int64(confirmation.sealedEntries)),
            ])
        }
    }

    private static func position(_ place: Fault.Place) -> JSON? {
        switch place {
        case .entry(let position, _): .integer(Int64(position))
        case .checkpoint, .olderCheckpoint, .entries: nil
        }
    }
}
