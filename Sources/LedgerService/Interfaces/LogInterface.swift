// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON
import Ledger
import LedgerAPI
import LedgerStore
import TransparencyLog
public import Varlink

/// Answers io.jvledger.Log: checkpoints and proofs in the C2SP formats.
public struct LogInterface: VarlinkInterface {
    public let description: InterfaceDescription
    private let service: LedgerService

    /// Serves a ledger's log.
    public init(_ service: LedgerService) {
        self.service = service
        description = InterfaceDescription(builtIn: Interfaces.log)
    }

    public func call(_ call: Call, from peer: Peer, series: ReplySeries?) async throws(VarlinkError)
        -> JSONObject
    {
        if call.name == "RecordExport" {
            return try await service.recordExport(
                call.parameters,
                by: service.authorised(peer, .export, call.method)
            )
        }
        _ = try service.authorised(peer, call.name == "AddCosignatures" ? .cosign : .prove, call.method)
        switch call.name {
        case "AddCosignatures":
            return try service.addCosignatures(on: Array((call.parameters["checkpoint"]?.text ?? "").utf8))
        case "ListWitnesses":
            let rows = try service.reading { () throws(StoreFailure) in try service.witnessRows() }
            return JSONObject([("witnesses", .array(rows))])
        case "GetWitnessPolicy": return policy()
        case "ListPending":
            let size = UInt64(clamping: call.parameters["beyond"]?.integer ?? 0)
            let sizes = try service.reading { () throws(StoreFailure) in
                try service.pendingCheckpoints(beyond: size)
            }
            return JSONObject([("sizes", .array(sizes.map { .integer(Int64($0)) }))])
        case "GetCheckpoint": return try checkpoint(call)
        case "GetProof": return try proof(call)
        case "GetConsistency": return try consistency(call)
        default: throw .methodNotImplemented(call.method)
        }
    }

    private func policy() -> JSONObject {
        var answer = JSONObject()
        answer["policy"] = .string(String(decoding: service.witnessPolicy.bytes, as: UTF8.self))
        answer["entry"] = service.published.state.witnessPolicy.map { .integer(Int64($0.position)) }
        return answer
    }

    private func checkpoint(_ call: Call) throws(VarlinkError) -> JSONObject {
        let head = service.published.head
        var found = head.checkpoint
        if let size = call.parameters["size"]?.integer {
            do {
                found = try UInt64(exactly: size).flatMap { size throws(StoreFailure) in
                    try service.store.checkpoint(atSize: size)
                }
            } catch { throw service.unreadable(error) }
        }
        if call.parameters["witnessed"]?.bool == true {
            found = try service.reading { () throws(StoreFailure) in try service.witnessedCheckpoint() }
        }
        guard let found else { throw outOfRange }
        let note = try service.reading { () throws(StoreFailure) in try service.cosignedNote(found) }
        var answer = JSONObject()
        answer["checkpoint"] = .string(String(decoding: note.bytes, as: UTF8.self))
        answer["size"] = .integer(Int64(found.size))
        answer["publicKey"] = .string(service.publicKey.text)
        return answer
    }

    private func proof(_ call: Call) throws(VarlinkError) -> JSONObject {
        guard let position = call.parameters["position"]?.integer.flatMap({ UInt64(exactly: $0) }) else {
            throw outOfRange
        }
        var answer = JSONObject()
        answer["proof"] = .string(
            try service.proof(of: position, witnessed: call.parameters["witnessed"]?.bool == true)
        )
        return answer
    }

    private func consistency(_ call: Call) throws(VarlinkError) -> JSONObject {
        let size = service.published.head.size
        guard let old = call.parameters["old"]?.integer.flatMap({ UInt64(exactly: $0) }), old > 0,
            let new = UInt64(exactly: call.parameters["new"]?.integer ?? Int64(size)), old <= new, new <= size
        else { throw outOfRange }
        do {
            guard let proof = try ConsistencyProof(oldSize: old, newSize: new, reading: service.store) else {
                throw outOfRange
            }
            var answer = JSONObject()
            answer["old"] = .integer(Int64(old))
            answer["new"] = .integer(Int64(new))
            answer["hashes"] = .array(proof.path.map { .string($0.base64) })
            return answer
        } catch let error as VarlinkError { throw error } catch { throw .tryAgain("\(error)") }
    }

    private var outOfRange: VarlinkError {
        VarlinkError(
            "io.jvledger.Log.OutOfRange",
            JSONObject([("size", .integer(Int64(service.published.head.size)))])
        )
    }
}
