// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import LedgerExport
import TransparencyLog

/// Verifies an audit pack without a ledger.
public struct PackVerification: Sendable {
    private let path: String
    private let keys: [VerifierKey]
    private let older: String?
    private let acceptsUnrecorded: Bool

    /// Takes what the command line gave.
    public init(
        file: String,
        keys: [String],
        since older: String?,
        acceptsUnrecorded: Bool
    ) throws(Complaint) {
        path = file
        self.keys = try KeyOption.keys(keys)
        self.older = older
        self.acceptsUnrecorded = acceptsUnrecorded
    }

    /// Reads everything, decides, says so, and returns how the program ends by it.
    public func run(_ settings: Settings) throws(Complaint) -> ProgramExit {
        let verdict = try verdict()
        if case .verified(let confirmation) = verdict, confirmation.record == nil, !acceptsUnrecorded {
            throw Self.cannotTell(
                "the pack is not recorded in the ledger (\(DisplayText.line(confirmation.unrecorded ?? ""))): "
                    + "nothing but the pack itself says what it left out; --unrecorded accepts that"
            )
        }
        if let text = settings.json.text(Self.json(verdict)) {
            Console.print([text])
        } else {
            Console.print(verdict.lines.map { OfflineVerification.styled($0, settings.terminal) })
        }
        switch verdict {
        case .verified: return .done
        case .notVerified: return .failed
        }
    }

    private func verdict() throws(Complaint) -> PackVerdict {
        do {
            let olderNote = try older.map { path throws(Complaint) in
                try InputFile(path: path).readAll(limit: SignedNote.maximumBytes)
            }
            let file = try RandomAccessFile(path: path)
            let pack = PackFile(count: file.count) { place, length throws(PackFile.Unreadable) in
                try file.read(place, length)
            }
            return try PackVerifier(keys: keys).verify(pack, older: olderNote)
        } catch let error as Complaint {
            throw Self.cannotTell(error.message)
        } catch let error as PackFile.Unreadable {
            throw Self.cannotTell(error.message)
        } catch {
            throw Self.cannotTell("\(error)")
        }
    }

    private static func cannotTell(_ message: String) -> Complaint {
        Complaint(.cannotTell, message, heading: "Cannot tell", name: "jvctl.CannotTell")
    }

    private static func json(_ verdict: PackVerdict) -> JSONObject {
        switch verdict {
        case .notVerified(let fault, let sealed):
            JSONObject(fields: [
                "verified": false, "complete": false, "fault": .string("\(fault)"),
                "position": fault.position.map { .integer(Int64(clamping: $0)) },
                "sealed": sealed.map { .object(json($0)) },
            ])
        case .verified(let confirmation):
            JSONObject(fields: [
                "verified": true, "complete": .bool(confirmation.isComplete),
                "recorded": .bool(confirmation.record != nil),
                "entry": confirmation.record.map { .integer(Int64($0)) },
                "origin": .string(confirmation.checkpoint.origin.text),
                "size": .integer(Int64(confirmation.checkpoint.size)),
                "root": .string(confirmation.checkpoint.root.base64),
                "scope": .string(confirmation.scope), "filter": .text(confirmation.filter),
                "receiver": .string(confirmation.receiver),
                "entries": .integer(Int64(confirmation.entries)),
                "leftOut": .integer(Int64(confirmation.checkpoint.size - confirmation.entries)),
                "sealed": .object(json(confirmation.sealed)),
                "cosignedBy": .array(confirmation.cosignatures.map { .string($0.witness.name.text) }),
                "since": confirmation.olderSize.map { .integer(Int64($0)) },
                "previous": confirmation.previous.map { .integer(Int64($0)) },
            ])
        }
    }

    private static func json(_ counts: PackSealedCounts) -> JSONObject {
        JSONObject([
            ("intact", .integer(Int64(counts.intact))), ("erased", .integer(Int64(counts.erased))),
            ("withheld", .integer(Int64(counts.withheld))), ("missing", .integer(Int64(counts.missing))),
            ("altered", .integer(Int64(counts.altered))),
        ])
    }
}
