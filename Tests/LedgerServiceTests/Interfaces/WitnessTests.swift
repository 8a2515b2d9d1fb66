// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger
import LedgerStore
import Testing
import TransparencyLog
import Varlink

@testable import LedgerService

@Suite("Cosignatures that the ledger takes", .timeLimit(.minutes(5)))
struct WitnessTests: Sendable {
    private let ledger: AnsweringLedger
    private let log: SignerKey

    init() throws {
        ledger = try AnsweringLedger()
        let name = try #require(KeyName("example/jv"))
        log = try SignerKey(name: name, algorithm: .ed25519, seed: Array(repeating: 7, count: 32))
    }

    private func witness(_ number: UInt8 = 1) throws -> SignerKey {
        let name = try #require(KeyName("provide.example/w\(number)"))
        return try SignerKey(name: name, algorithm: .cosignature, seed: Array(repeating: number, count: 32))
    }

    private func appoint(_ witness: SignerKey, as key: String) async throws {
        try await ledger.record([
            entry(
                "witness.appointed",
                "witness/\(key)",
                ["org": "provide", "publicKey": .string(witness.verifierKey.text)]
            )
        ])
    }

    private func register() async throws {
        try await ledger.record([
            entry(
                "organisation.registered",
                "organisation/provide",
                ["title": "Provide", "kind": "provider"]
            )
        ])
    }

    private func checkpoint(_ parameters: JSON = [:]) async throws -> SignedNote {
        let reply = try await ledger.ask("Log.GetCheckpoint", parameters)
        return try SignedNote(parsing: Array(try #require(reply["checkpoint"]?.text).utf8))
    }

    private func cosigned(_ note: SignedNote, by witness: SignerKey, at time: UInt64) throws -> JSON {
        let opened = try VerifiedCheckpoint(opening: note, logs: [log.verifierKey])
        let cosignature = try Cosignature(signing: opened.checkpoint, at: time, with: witness)
        let bytes = try note.adding([cosignature.signature]).bytes
        return ["checkpoint": .string(String(decoding: bytes, as: UTF8.self))]
    }

    @Test(
        "A witness that visits an idle ledger again and again fills no checkpoint, and is shown with its last visit"
    )
    func idleLedger() async throws {
        try await register()
        try await appoint(try witness(), as: "w1")
        let note = try await checkpoint()
        let visits = UInt64(SignedNote.maximumSignatures) + 20
        for visit in 1...visits {
            let request = try cosigned(note, by: try witness(), at: 1_800_000_000 + visit * 43_200)
            _ = try await ledger.ask("Log.AddCosignatures", request, by: .pat)
        }
        let shown = try VerifiedCheckpoint(
            opening: try await checkpoint(),
            logs: [log.verifierKey],
            witnesses: [try witness().verifierKey]
        )
        #expect(shown.cosignatures.map(\.timestamp) == [1_800_000_000 + (visits - 1) * 43_200])
        let size = shown.checkpoint.size
        #expect(try ledger.service.store.cosignatures(atSize: size, limit: 1_000).count == Int(visits) / 2)
        #expect(try await ledger.ask("Log.GetProof", ["position": 0])["proof"] != nil)
        #expect(try await ledger.ask("Admin.GetStatus")["state"] == "running")
    }

    @Test("One that stays away is shown with what it cosigned last, however often another came since")
    func quietWitness() async throws {
        try await register()
        try await appoint(try witness(1), as: "quiet")
        try await appoint(try witness(2), as: "busy")
        let first = try await checkpoint()
        _ = try await ledger.ask("Log.AddCosignatures", try cosigned(first, by: witness(1), at: 5), by: .pat)
        let size = try VerifiedCheckpoint(opening: first, logs: [log.verifierKey]).checkpoint.size
        let key = try witness(2)
        let opened = try VerifiedCheckpoint(opening: first, logs: [log.verifierKey]).checkpoint
        for visit in 1...1_100 {
            let line = try Cosignature(signing: opened, at: UInt64(visit), with: key).signature.line
            try ledger.service.store.addCosignatures([Array(line.dropLast())], size: size)
        }
        let rows = try await ledger.ask("Log.ListWitnesses")["witnesses"]?.array ?? []
        #expect(rows.map { $0.object?["key"] } == ["busy", "quiet"])
        #expect(rows.allSatisfy { $0.object?["size"]?.integer == Int64(size) })
        #expect(rows[1].object?["cosigned"] == "1970-01-01T00:00:05.000000Z")
    }

    @Test("Only appointed keys on the ledger's own checkpoints are taken, from whoever may")
    func refused() async throws {
        try await register()
        try await appoint(try witness(1), as: "w1")
        let note = try await checkpoint()
        let stranger = try cosigned(note, by: try witness(2), at: 1)
        for (request, user, name) in [
            (stranger, AnsweringLedger.User.pat, "io.jvledger.Log.BadCheckpoint"),
            (["checkpoint": "junk"], .pat, "io.jvledger.Log.BadCheckpoint"),
            (try cosigned(note, by: try witness(1), at: 1), .ann, "io.jvledger.Ledger.NotPermitted"),
        ] as [(JSON, AnsweringLedger.User, String)] {
            let error = await #expect(throws: VarlinkError.self) {
                try await ledger.ask("Log.AddCosignatures", request, by: user)
            }
            #expect(error?.name == name)
        }
        let none = await #expect(throws: VarlinkError.self) { try await checkpoint(["witnessed": true]) }
        #expect(none?.name == "io.jvledger.Log.OutOfRange")
    }

    @Test(
        "A checkpoint of ours of another history, longer, as long or shorter, stops writing",
        arguments: 1...6
    )
    func forked(size: Int) async throws {
        try await register()
        try await appoint(try witness(1), as: "w1")
        var range = CompactRange()
        for index in 0..<size { range.append(Merkle.leafHash([UInt8(index)])) }
        let other = try Checkpoint(origin: log.verifierKey.name, size: range.size, root: range.root)
        let request: JSON = [
            "checkpoint": .string(String(decoding: try other.signed(with: log).bytes, as: UTF8.self))
        ]
        let error = await #expect(throws: VarlinkError.self) {
            try await ledger.ask("Log.AddCosignatures", request, by: .pat)
        }
        #expect(error?.name == "io.jvledger.Log.Forked")
        #expect(try await ledger.ask("Admin.GetStatus")["state"] == "readOnly")
    }

    @Test("While entries are recorded, no checkpoint just given is ever taken for another history")
    func whileRecording() async throws {
        try await register()
        try await appoint(try witness(1), as: "w1")
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for number in 0..<60 {
                    try await ledger.record([
                        entry("finding.recorded", "finding/f\(number)", ["title": "One"])
                    ])
                }
            }
            for _ in 0..<2 {
                group.addTask {
                    for _ in 0..<200 {
                        let size = try ledger.service.store.count
                        guard let stored = try ledger.service.store.checkpoint(atSize: size) else { continue }
                        let note = try SignedNote(parsing: stored.note)
                        let request = try cosigned(note, by: try witness(1), at: size)
                        _ = try await ledger.ask("Log.AddCosignatures", request, by: .pat)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await ledger.ask("Admin.GetStatus")["state"] == "running")
    }
}
