// SPDX-License-Identifier: Apache-2.0
public import CanonicalJSON
import Ledger
import LedgerAPI
import LedgerStore
import TransparencyLog
public import Varlink

/// Answers io.jvledger.Ledger: recording, reading entries, following them, and what there is to record.
public struct LedgerInterface: VarlinkInterface {
    /// How many entries a page has unless said otherwise.
    static let pageDefault = 100
    /// The most entries of a page.
    static let pageLimit = 1000
    /// The most entries of a call that wants proofs: each takes up to two kilobytes, and a reply has its limit.
    static let proofsLimit = 1000

    public let description: InterfaceDescription
    let service: LedgerService

    /// Serves a ledger.
    public init(_ service: LedgerService) {
        self.service = service
        description = InterfaceDescription(builtIn: Interfaces.ledger)
    }

    /// Recording only takes the entries in and then waits for the writer; a message that is not brief is taken in
    /// elsewhere.
    public func isBrief(_ call: Call) -> Bool { call.name == "Record" || call.name == "WhoAmI" }

    public func call(_ call: Call, from peer: Peer, series: ReplySeries?) async throws(VarlinkError)
        -> JSONObject
    {
        switch call.name {
        case "Record": return try await record(call, peer)
        case "Get": return try get(call, peer)
        case "List": return try list(call, peer)
        case "Monitor": return try await monitor(call, peer, series)
        case "DescribeTypes": return try describeTypes(call, peer)
        case "GetSchema": return try schema(call, peer)
        case "WhoAmI": return whoAmI(peer)
        default: throw .methodNotImplemented(call.method)
        }
    }

    private func record(_ call: Call, _ peer: Peer) async throws(VarlinkError) -> JSONObject {
        let caller = try service.authorised(peer, .record, call.method)
        var drafts: [Draft] = []
        for (index, item) in (call.parameters["entries"]?.array ?? []).enumerated() {
            do { drafts.append(try Draft(item.object ?? JSONObject())) } catch {
                throw .invalid(entry: index, error)
            }
        }
        let isDry = call.parameters["dryRun"]?.bool ?? false
        let wantsProofs = !isDry && call.parameters["proofs"]?.bool == true
        guard !wantsProofs || drafts.count <= Self.proofsLimit else { throw .invalidParameter("proofs") }
        switch await service.record(drafts, by: caller, isDry: isDry) {
        case .failure(let failure): throw VarlinkError(failure)
        case .success(let recorded):
            guard wantsProofs else { return answer(recorded, wantsProofs: false) }
            // Proofs read the tree, from the disk perhaps.
            return await withTaskExecutorPreference(globalConcurrentExecutor) {
                answer(recorded, wantsProofs: true)
            }
        }
    }

    private func answer(_ recorded: RecordedCall, wantsProofs: Bool) -> JSONObject {
        var receipts: [JSON] = []
        for receipt in recorded.receipts {
            var object = receipt.json
            // They are recorded, whether there is a proof now or only later.
            let proof = wantsProofs ? try? service.proof(of: receipt.position) : nil
            object["proof"] = proof.map { .string($0) }
            receipts.append(.object(object))
        }
        var answer = JSONObject()
        answer["receipts"] = .array(receipts)
        answer["checkpoint"] = .string(String(decoding: recorded.checkpoint, as: UTF8.self))
        answer["size"] = .integer(Int64(recorded.size))
        return answer
    }

    private func get(_ call: Call, _ peer: Peer) throws(VarlinkError) -> JSONObject {
        let reader = try EntryReader(service, service.authorised(peer, .read, call.method))
        guard let position = call.parameters["position"]?.integer.flatMap({ UInt64(exactly: $0) }),
            let entry = try reader.entry(at: position)
        else { throw .notFound("there is no such entry; the ledger has \(service.published.head.size)") }
        var answer = JSONObject()
        answer["entry"] = .object(entry)
        return answer
    }

    private func list(_ call: Call, _ peer: Peer) throws(VarlinkError) -> JSONObject {
        let parameters = call.parameters
        let reader = EntryReader(
            service,
            try service.authorised(peer, .read, call.method),
            below: try service.size(parameters),
            wantsDisclosures: parameters["disclosures"]?.bool == true
        )
        let limit = min(max(Int(parameters["limit"]?.integer ?? Int64(Self.pageDefault)), 1), Self.pageLimit)
        let start = parameters["from"]?.integer.flatMap { UInt64(exactly: $0) } ?? 0
        let page = try reader.page(
            from: start,
            limit: limit,
            subject: parameters["subject"]?.text,
            type: parameters["type"]?.text
        )
        var answer = JSONObject()
        answer["entries"] = .array(page.entries.map { .object($0) })
        answer["next"] = page.next.map { .integer(Int64($0)) }
        answer["size"] = .integer(Int64(reader.size))
        return answer
    }

    private func monitor(_ call: Call, _ peer: Peer, _ series: ReplySeries?) async throws(VarlinkError)
        -> JSONObject
    {
        _ = try service.authorised(peer, .read, call.method)
        guard let series else { throw .expectedMore }
        var position =
            call.parameters["from"]?.integer.flatMap { UInt64(exactly: $0) } ?? service.published.head.size
        var first = JSONObject()
        first["size"] = .integer(Int64(service.published.head.size))
        try await series.send(first)
        while !Task.isCancelled {
            // The policy may have changed since the last entry, so it is asked for each page.
            let reader = try EntryReader(service, service.authorised(peer, .read, call.method))
            let page = try reader.page(from: position, limit: Self.pageDefault, subject: nil, type: nil)
            for entry in page.entries {
                var reply = JSONObject()
                reply["entry"] = .object(entry)
                try await series.send(reply)
            }
            position = max(position, page.end)
            await service.publication.grown(beyond: position)
        }
        return first
    }

    private func describeTypes(_ call: Call, _ peer: Peer) throws(VarlinkError) -> JSONObject {
        _ = try service.authorised(peer, .read, call.method)
        var types = Catalogue.types
        if let name = call.parameters["name"]?.text {
            types = [try type(named: name)]
        }
        var answer = JSONObject()
        answer["types"] = .array(types.map { .object(TypeAnswer.json($0)) })
        return answer
    }

    private func schema(_ call: Call, _ peer: Peer) throws(VarlinkError) -> JSONObject {
        _ = try service.authorised(peer, .read, call.method)
        let type = try type(named: call.parameters["name"]?.text ?? "")
        let text = String(decoding: JSON.object(JSONSchema.schema(of: type)).compactBytes(), as: UTF8.self)
        return JSONObject([("schema", .string(text))])
    }

    private func type(named name: String) throws(VarlinkError) -> any Event.Type {
        guard let type = Catalogue.type(named: name) else {
            throw .notFound("there is no type \(name); jvctl types lists them")
        }
        return type
    }

    private func whoAmI(_ peer: Peer) -> JSONObject {
        let caller = service.caller(peer)
        var answer = JSONObject()
        answer["uid"] = .integer(Int64(caller.uid))
        answer["user"] = caller.user.map { .string($0) }
        answer["roles"] = .array(caller.roles.sorted().map { .string($0.rawValue) })
        answer["organisations"] = .array(caller.organisations.map { .string($0.text) })
        answer["instance"] = .string(service.instance)
        return answer
    }
}

extension Receipt {
    fileprivate var json: JSONObject {
        var object = JSONObject()
        object["position"] = .integer(Int64(position))
        object["id"] = .string(id)
        object["subject"] = .string(subject.description)
        object["streamVersion"] = .integer(Int64(streamVersion))
        object["leafHash"] = .string(leafHash)
        object["warnings"] = .array(warnings.map { .integer(Int64($0)) })
        object["notes"] = .array(warnings.map { .string(Rule(rawValue: $0)?.text ?? "rule \($0)") })
        object["repeated"] = .bool(isRepeated)
        return object
    }
}
