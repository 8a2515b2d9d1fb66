// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Glibc
public import TransparencyLog

/// A partner's witness on its own machine: its key, and the file in which it remembers what it has seen.
public struct OfflineWitness: Sendable {
    private let key: SignerKey
    private let memoryPath: String
    /// Held until the visit is over: two at once, each with what the other does not remember yet, could cosign two
    /// stories.
    private let lock: FileLock
    /// What it has seen.
    public private(set) var memory: WitnessMemory

    /// Takes what the command line gave; a memory file that is not there yet is a witness's first visit.
    public init(key: String, memory path: String, log: String) throws(Complaint) {
        let logs = try KeyOption.keys([log]).filter { $0.algorithm == .ed25519 }
        guard logs.count == 1, let log = logs.first else { throw .usage("--log takes one key, the ledger's") }
        lock = try FileLock(key, for: "visit")
        self.key = try WitnessKeyFile.read(key)
        memoryPath = path
        guard access(path, F_OK) == 0 else {
            memory = WitnessMemory(of: log)
            return
        }
        let bytes = try InputFile(path: path).readAll(limit: SignedNote.maximumBytes)
        do {
            memory = try WitnessMemory(of: log, note: SignedNote(parsing: bytes))
        } catch {
            throw Complaint(
                .cannotTell,
                "\(path) is not a checkpoint of this ledger: \(error)",
                heading: "Cannot tell",
                next: ["jvctl witness visit --help"],
                name: "jvctl.Witness"
            )
        }
    }

    /// Checks a request, remembers its checkpoint durably, and only then gives the cosigned note away.
    ///
    /// - Throws: A complaint of ``ProgramExit/failed`` when the ledger's history was changed.
    public mutating func cosign(_ request: WitnessRequest) throws(Complaint) -> SignedNote {
        let note: SignedNote
        do throws(CosigningRefusal) {
            note = try memory.cosign(request, at: UInt64(max(0, time(nil))), with: key)
        } catch { throw complaint(of: error) }
        var file = try OutputFile(path: memoryPath)
        try file.append(note.bytes)
        try file.keep(isDurable: true)
        do throws(CheckpointError) { memory = try WitnessMemory(of: memory.log, note: note) } catch {
            throw complaint(of: .checkpoint(error))
        }
        return note
    }

    /// Cosigns the request in a file, and writes the cosigned checkpoint into another.
    public func cosign(requestFile: String, output: String, _ settings: Settings) throws(Complaint) {
        let bytes = try InputFile(path: requestFile).readAll(limit: WitnessRequest.maximumBytes)
        let request: WitnessRequest
        do throws(WitnessRequestError) { request = try WitnessRequest(parsing: bytes) } catch {
            throw Complaint(
                .refused,
                "\(requestFile) is not a request to a witness: \(error)",
                heading: "Not valid",
                name: "jvctl.Witness"
            )
        }
        var witness = self
        let note = try witness.cosign(request)
        var file = try OutputFile(path: output)
        try file.append(note.bytes)
        try file.keep()
        Console.answer(
            JSONObject([("file", .string(output))]),
            ["\(output): cosigned; jvctl witness submit \(output) hands it to the ledger"],
            settings
        )
    }

    private func complaint(of refusal: CosigningRefusal) -> Complaint {
        Complaint(
            refusal.isEvidence ? .failed : .cannotTell,
            Self.words(refusal)
                + (refusal.isEvidence ? "; keep \(memoryPath), which proves what was seen" : ""),
            heading: refusal.isEvidence ? "NOT COSIGNED" : "Cannot tell",
            name: refusal.isEvidence ? "jvctl.HistoryChanged" : "jvctl.Witness"
        )
    }

    private static func words(_ refusal: CosigningRefusal) -> String {
        switch refusal {
        case .checkpoint(let error): "this is no checkpoint that the ledger's key signed: \(error)"
        case .beginsElsewhere(let remembered):
            "the proof does not begin at \(remembered), where this witness left off: "
                + "jvctl witness request FILE --since \(remembered)"
        case .rolledBack(let remembered, let shown):
            "the ledger was set back: it shows \(shown) entries, and this witness has seen \(remembered)"
        case .forked(let remembered, let shown):
            "the ledger tells another story: its \(shown) entries do not begin with the \(remembered) that this "
                + "witness has seen"
        case .signing(let error): "the witness's key does not sign: \(error)"
        }
    }
}
