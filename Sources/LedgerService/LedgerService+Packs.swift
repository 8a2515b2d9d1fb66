// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger
import LedgerStore
import TransparencyLog
import Varlink

/// Recording that an audit pack was written.
extension LedgerService {
    /// The parameters of io.jvledger.Log.RecordExport that are fields of the entry.
    private static let fields = ["size", "scope", "filter", "entries", "disclosed", "manifest"]

    /// Records a pack on the stream of its receiver, and answers with what the pack carries of that: the entry, its
    /// proof, and the proof that the size that the pack is about is the beginning of the tree which proves it.
    func recordExport(_ parameters: JSONObject, by caller: Caller) async throws(VarlinkError) -> JSONObject {
        guard let receiver = parameters["receiver"]?.text.flatMap({ Key($0) }) else {
            throw .invalidParameter("receiver")
        }
        guard let size = parameters["size"]?.integer.flatMap({ UInt64(exactly: $0) }), size > 0 else {
            throw .invalidParameter("size")
        }
        var data = JSONObject()
        for name in Self.fields { data[name] = parameters[name] }
        let draft = Draft(type: ExportGenerated.name, subject: "export/\(receiver)", data: data)
        switch await writer.record([draft], by: caller, channel: .export, isDry: false) {
        case .failure(let failure): throw VarlinkError(failure)
        case .success(let recorded):
            guard let position = recorded.receipts.first?.position else { throw .notFound("no receipt") }
            return try evidence(ofEntry: position, since: size)
        }
    }

    /// An entry with its proofs, all under the latest checkpoint.
    private func evidence(ofEntry position: UInt64, since size: UInt64) throws(VarlinkError) -> JSONObject {
        do {
            guard let checkpoint = published.head.checkpoint, let entry = try store.entry(at: position),
                let inclusion = try InclusionProof(index: position, size: checkpoint.size, reading: store),
                let consistency = try ConsistencyProof(
                    oldSize: size,
                    newSize: checkpoint.size,
                    reading: store
                )
            else { throw VarlinkError.notFound("there is no entry \(position)") }
            let note = try cosignedNote(checkpoint)
            let proof = TransparencyProof(inclusion: inclusion, checkpoint: note)
            let request = WitnessRequest(consistency: consistency, checkpoint: note)
            return JSONObject([
                ("position", .integer(Int64(position))),
                ("entry", .string(String(decoding: entry.bytes, as: UTF8.self))),
                ("proof", .string(String(decoding: proof.bytes, as: UTF8.self))),
                ("consistency", .string(String(decoding: request.bytes, as: UTF8.self))),
            ])
        } catch let error as VarlinkError {
            throw error
        } catch {
            throw .tryAgain(
                "the pack is recorded as entry \(position), but its proof cannot be made: \(error)"
            )
        }
    }
}
