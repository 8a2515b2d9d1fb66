// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger
import LedgerStore
import Synchronization
import Testing
import TransparencyLog
import Varlink

@testable import LedgerService

@Suite("Which cosignatures are needed", .timeLimit(.minutes(5)))
struct WitnessPolicyTests: Sendable {
    private let ledger: AnsweringLedger
    private let log: SignerKey
    private static let ends = ["provide", "council"]

    init() throws {
        ledger = try AnsweringLedger()
        let name = try #require(KeyName("example/jv"))
        log = try SignerKey(name: name, algorithm: .ed25519, seed: Array(repeating: 7, count: 32))
    }

    private func witness(_ name: String) throws -> SignerKey {
        let byte = name.utf8.reduce(UInt8(1)) { $0 &+ $1 }
        return try SignerKey(
            name: try #require(KeyName("\(name).example")),
            algorithm: .cosignature,
            seed: Array(repeating: byte, count: 32)
        )
    }

    /// Registers two organisations and appoints witnesses: names that begin with that of their organisation.
    private func appoint(_ names: String...) async throws {
        let organisations = Self.ends.map {
            entry("organisation.registered", "organisation/\($0)", ["title": "O", "kind": "provider"])
        }
        let witnesses = try names.map { name in
            let organisation = try #require(Self.ends.first { name.hasPrefix($0) })
            return entry(
                "witness.appointed",
                "witness/\(name)",
                ["org": .string(organisation), "publicKey": .string(try witness(name).verifierKey.text)]
            )
        }
        try await ledger.record(organisations + witnesses)
    }

    private func grow(_ key: String) async throws {
        try await ledger.record([entry("finding.recorded", "finding/\(key)", ["title": "One"])])
    }

    /// Cosigns the checkpoint of a size, or the latest, and returns its size.
    @discardableResult
    private func cosign(_ name: String, size: Int64? = nil, at time: UInt64 = 1_800_000_000) async throws
        -> Int64
    {
        let parameters: JSON = size.map { ["size": .integer($0)] } ?? [:]
        let reply = try await ledger.ask("Log.GetCheckpoint", parameters)
        let note = try SignedNote(parsing: Array(try #require(reply["checkpoint"]?.text).utf8))
        let opened = try VerifiedCheckpoint(opening: note, logs: [log.verifierKey]).checkpoint
        let cosignature = try Cosignature(signing: opened, at: time, with: witness(name))
        let bytes = try note.adding([cosignature.signature]).bytes
        let request: JSON = ["checkpoint": .string(String(decoding: bytes, as: UTF8.self))]
        _ = try await ledger.ask("Log.AddCosignatures", request, by: .pat)
        return Int64(opened.size)
    }

    private func witnessedSize() async throws -> Int64? {
        do { return try await ledger.ask("Log.GetCheckpoint", ["witnessed": true])["size"]?.integer } catch {
            #expect((error as? VarlinkError)?.name == "io.jvledger.Log.OutOfRange")
            return nil
        }
    }

    private func policy() async throws -> String {
        try #require(try await ledger.ask("Log.GetWitnessPolicy")["policy"]?.text)
    }

    private func set(_ policy: String?) async throws {
        let data: JSON = policy.map { ["text": .string($0)] } ?? [:]
        try await ledger.record([entry("witness.policy.changed", "policy/witnesses", data)])
    }

    @Test("Unless one is recorded, one witness of each organisation that has one is needed")
    func oneOfEach() async throws {
        #expect(try await policy() == "log \(log.verifierKey.text)\nquorum none\n")
        try await appoint("provide-1", "provide-2", "council-1")
        let text = try await policy()
        let keys = try ["council-1", "provide-1", "provide-2"].map { try witness($0).verifierKey.text }
        #expect(
            text == """
                log \(log.verifierKey.text)
                witness witness/council-1 \(keys[0])
                witness witness/provide-1 \(keys[1])
                witness witness/provide-2 \(keys[2])
                group organisation/council 1 witness/council-1
                group organisation/provide 1 witness/provide-1 witness/provide-2
                group each-organisation 2 organisation/council organisation/provide
                quorum each-organisation

                """
        )
        #expect(try WitnessPolicy(parsing: Array(text.utf8)).witnesses.count == 3)

        let first = try await cosign("provide-1")
        #expect(try await witnessedSize() == nil)
        var status = try await ledger.ask("Admin.GetStatus")
        #expect(status["witnessedSize"] == nil)
        #expect(status["witnessesMissing"] == ["organisation/council"])
        try await cosign("council-1")
        #expect(try await witnessedSize() == first)
        #expect(try await ledger.ask("Admin.GetStatus")["witnessesMissing"] == [])

        try await grow("a")
        let second = try await cosign("provide-2")
        try await grow("b")
        #expect(try await witnessedSize() == first)
        status = try await ledger.ask("Admin.GetStatus")
        #expect(status["witnessedSize"] == .integer(first))
        #expect(status["witnessesMissing"] == ["organisation/council"])
        #expect(try await ledger.ask("Log.ListPending", ["beyond": 0])["sizes"] == [.integer(second)])
        #expect(try await ledger.ask("Log.ListPending", ["beyond": .integer(second)])["sizes"] == [])
        try await cosign("council-1", size: second)
        #expect(try await witnessedSize() == second)
        #expect(try await ledger.ask("Log.ListPending", ["beyond": 0])["sizes"] == [])
        let unseen = try await ledger.ask("Log.GetProof", ["position": 0, "witnessed": true])["proof"]?.text
        #expect(unseen?.contains("council-1.example") == true && unseen?.contains("provide-2") == true)
        await #expect(throws: VarlinkError.self) {
            try await ledger.ask("Log.GetProof", ["position": .integer(second), "witnessed": true])
        }
    }

    @Test("A checkpoint is as old as the cosignature without which it is not enough")
    func age() async throws {
        try await appoint("provide-1", "provide-2", "council-1")
        try await cosign("council-1", at: 1_800_000_300)
        try await cosign("provide-1", at: 1_800_000_100)
        try await cosign("provide-2", at: 1_800_000_200)
        let at = try await ledger.ask("Admin.GetStatus")["witnessedAt"]?.text
        #expect(at == Timestamp(microseconds: 1_800_000_200_000_000).description)
    }

    @Test(
        "A recorded policy is in force at once, for checkpoints cosigned before too, until there is another"
    )
    func recorded() async throws {
        try await appoint("provide-1", "council-1")
        let size = try await cosign("provide-1")
        #expect(try await witnessedSize() == nil)
        let key = try witness("provide-1").verifierKey.text
        let text = "# One is enough.\nlog \(log.verifierKey.text)\nwitness p \(key)\nquorum p\n"
        try await set(text)
        #expect(try await witnessedSize() == size)
        let answer = try await ledger.ask("Log.GetWitnessPolicy")
        #expect(
            answer["policy"]?.text == text.split(separator: "\n").dropFirst().joined(separator: "\n") + "\n"
        )
        #expect(answer["entry"] != nil)
        try await ledger.record([entry("witness.revoked", "witness/provide-1", ["reason": "lost"])])
        #expect(try await witnessedSize() == size)
        #expect(try await ledger.ask("Admin.GetStatus")["witnessesMissing"] == ["p"])
        try await set(nil)
        #expect(try await witnessedSize() == nil)
        #expect(try await policy().contains("council-1"))
        try await set("log \(log.verifierKey.text)\nquorum none\n")
        #expect(try await ledger.ask("Admin.GetStatus")["witnessesMissing"] == nil)
        #expect(try await witnessedSize() == nil)
    }

    @Test("A policy that does not fit the ledger or its witnesses is refused, and says why")
    func refused() async throws {
        try await appoint("provide-1", "council-1")
        try await ledger.record([entry("witness.revoked", "witness/council-1", ["reason": "lost"])])
        let own = "log \(log.verifierKey.text)\n"
        let other = try SignerKey(
            name: try #require(KeyName("example/other")),
            algorithm: .ed25519,
            seed: Array(repeating: 9, count: 32)
        ).verifierKey.text
        let (provide, council) = (
            try witness("provide-1").verifierKey.text, try witness("council-1").verifierKey.text
        )
        for (text, reason) in [
            ("quorum none\n", Refusal.witness(.policyOfOtherLog)),
            ("log \(other)\nquorum none\n", .witness(.policyOfOtherLog)),
            (own + "log \(other)\nquorum none\n", .witness(.policyOfOtherLog)),
            (own + "witness c \(council)\nquorum c\n", .witness(.policyNamesStranger("c"))),
        ] {
            let failure = await #expect(throws: RecordFailure.self) { try await set(text) }
            #expect(failure == .refused(entry: 0, reason), "\(String(describing: failure))")
        }
        for text in [own, own + "witness p \(provide)\nquorum q\n", own + "quorum none", "nonsense"] {
            let failure = await #expect(throws: RecordFailure.self) { try await set(text) }
            guard case .invalid(0, let error) = failure else {
                Issue.record("\(String(describing: failure))")
                continue
            }
            #expect("\(error)".contains("line"), "\(error)")
        }
        let sealed = try #require(
            entry(
                "witness.policy.changed",
                "policy/witnesses",
                ["text": .string(own + "quorum none\n")],
                classification: "restricted"
            ).object
        )
        let failure = await #expect(throws: RecordFailure.self) { try await ledger.record([.object(sealed)]) }
        #expect(failure == .refused(entry: 0, .witness(.policySealed)))
        #expect(try await ledger.ask("Log.GetWitnessPolicy")["entry"] == nil)
    }
}
