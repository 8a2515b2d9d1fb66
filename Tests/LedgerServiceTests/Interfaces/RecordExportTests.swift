// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger
import LedgerStore
import Testing
import TransparencyLog
import Varlink

@testable import LedgerService

@Suite("Recording that an audit pack was written", .timeLimit(.minutes(5)))
struct RecordExportTests {
    private static let digest = String(repeating: "ab", count: 32)
    private let ledger: AnsweringLedger

    init() throws { ledger = try AnsweringLedger() }

    private func export(
        size: Int64,
        scope: JSON = "whole",
        filter: JSON? = nil,
        disclosed: Int64 = 0,
        by user: AnsweringLedger.User = .ed
    ) async throws -> JSONObject {
        var parameters: [String: JSON] = [
            "receiver": "external-audit", "size": .integer(size), "scope": scope, "entries": .integer(size),
            "disclosed": .integer(disclosed), "manifest": .string(Self.digest),
        ]
        parameters["filter"] = filter
        return try await ledger.ask("Log.RecordExport", .object(JSONObject(Array(parameters))), by: user)
    }

    private var size: Int64 { .init(ledger.service.published.head.size) }

    @Test("The answer proves the entry, and that what the pack is about is its beginning")
    func evidence() async throws {
        let people = (0..<20).map { entry("person.registered", "person/", ["name": .string("N\($0)")]) }
        try await ledger.record(people)
        let size = size
        let old = try #require(ledger.service.published.head.checkpoint)
        let reply = try await export(size: size)
        #expect(reply["position"]?.integer == size)
        let bytes = Array(try #require(reply["entry"]?.text).utf8)
        let recorded = try #require(try JSON(parsing: bytes).object)
        #expect(recorded["subject"] == "export/external-audit")
        #expect(recorded["type"] == "io.jvledger.export.generated.v1")
        #expect(recorded["data"]?.object?["manifest"] == .string(Self.digest))

        let key = ledger.service.publicKey
        let proof = try TransparencyProof(parsing: Array(try #require(reply["proof"]?.text).utf8))
        let checkpoint = try VerifiedCheckpoint(opening: proof.checkpoint, logs: [key]).checkpoint
        #expect(proof.index == UInt64(size) && checkpoint.size == UInt64(size) + 1)
        try InclusionProof(index: proof.index, size: checkpoint.size, path: proof.path)
            .verify(leafHash: Merkle.leafHash(bytes), root: checkpoint.root)
        let request = try WitnessRequest(parsing: Array(try #require(reply["consistency"]?.text).utf8))
        #expect(request.oldSize == UInt64(size) && request.checkpoint.bytes == proof.checkpoint.bytes)
        let oldRoot = try VerifiedCheckpoint(opening: SignedNote(parsing: old.note), logs: [key]).checkpoint
            .root
        try ConsistencyProof(oldSize: request.oldSize, newSize: checkpoint.size, path: request.path)
            .verify(oldRoot: oldRoot, newRoot: checkpoint.root)
    }

    @Test(
        "Recorders, auditors and administrators may; who only reads may not",
        arguments: [
            (AnsweringLedger.User.alice, true), (.ed, true), (.root, true), (.ann, false), (.mallory, false),
        ]
    )
    func rights(user: AnsweringLedger.User, may: Bool) async throws {
        let before = size
        if may {
            #expect(try await export(size: before, by: user)["position"]?.integer == before)
        } else {
            let error = await #expect(throws: VarlinkError.self) { try await export(size: before, by: user) }
            #expect(error?.name == "io.jvledger.Ledger.NotPermitted")
            #expect(size == before)
        }
    }

    @Test("A size that is not there, a scope that is none, and what was erased meanwhile are refused")
    func refused() async throws {
        try await ledger.record([entry("person.registered", "person/", ["name": "Somebody"])])
        let before = size
        for call in [(before + 1, "whole"), (before, "everything")] as [(Int64, JSON)] {
            await #expect(throws: VarlinkError.self) { try await export(size: call.0, scope: call.1) }
        }
        let none = await #expect(throws: VarlinkError.self) { try await export(size: 0) }
        #expect(none?.name == "org.varlink.service.InvalidParameter")
        #expect(size == before)
        _ = try await ledger.ask(
            "Admin.Erase",
            ["person": "P-0001", "basis": "UK GDPR Article 17(1)(a)", "approvedBy": "DPO"],
            by: .root
        )
        let late = await #expect(throws: VarlinkError.self) { try await export(size: before, disclosed: 1) }
        #expect(late?.name == "io.jvledger.Ledger.Refused")
        #expect(try await export(size: before)["position"]?.integer == before + 1)
    }

    @Test("The last pack of a receiver is found on its stream")
    func stream() async throws {
        let first = try await export(size: size)["position"]?.integer
        let second = try await export(size: size, scope: "decision", filter: "D-0001")["position"]?.integer
        let reply = try await ledger.ask(
            "Ledger.List",
            ["subject": "export/external-audit", "type": "export.generated"]
        )
        #expect(reply["entries"]?.array?.map { $0.object?["position"]?.integer } == [first, second])
    }
}
