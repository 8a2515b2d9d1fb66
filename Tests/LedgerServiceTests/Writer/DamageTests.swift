// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import Ledger
import LedgerStore
import Testing
import TransparencyLog
import Varlink

@testable import LedgerService

@Suite("Damage, wherever it is met", .timeLimit(.minutes(5)))
struct DamageTests {
    private static let phrase = "unmistakable"

    /// A ledger with the entry at position 1 altered on disk after it was recorded.
    private func damagedLedger() async throws -> AnsweringLedger {
        let ledger = try AnsweringLedger()
        let title = JSON.string(Self.phrase)
        try await ledger.record([
            entry("organisation.registered", "organisation/a", ["title": title, "kind": "other"])
        ])
        try await ledger.record([
            entry("organisation.registered", "organisation/b", ["title": "B", "kind": "other"])
        ])
        try ledger.service.store.scrub()
        let file = ledger.directory.appendingPathComponent("ledger.sqlite")
        let range = try #require(try Data(contentsOf: file).range(of: Data(Self.phrase.utf8)))
        let handle = try FileHandle(forUpdating: file)
        try handle.seek(toOffset: UInt64(range.lowerBound))
        try handle.write(contentsOf: Data("U".utf8))
        try handle.close()
        return ledger
    }

    private func expectAlarm(_ ledger: AnsweringLedger) async throws {
        guard case .readOnly(let reason) = ledger.service.published.condition else {
            Issue.record("the ledger still takes entries")
            return
        }
        #expect(reason.contains("entry 1"))
        #expect(try DamageMark(directory: ledger.directory.path)?.position == 1)
        await #expect(throws: RecordFailure.readOnly(reason)) {
            try await ledger.record([
                entry("organisation.registered", "organisation/c", ["title": "C", "kind": "other"])
            ])
        }
    }

    @Test("Reading an altered entry raises the alarm, and shows it beside the hash that it had")
    func onList() async throws {
        let ledger = try await damagedLedger()
        let page = try await ledger.ask("Ledger.List")
        let text = try #require(page[path: "entries", "1", "text"]?.text)
        #expect(text.contains("Unmistakable"))
        #expect(page[path: "entries", "1", "leafHash"]?.text != Merkle.leafHash(Array(text.utf8)).hexadecimal)
        #expect(page.each("entries", "position").count == 3)
        try await expectAlarm(ledger)
    }

    @Test("A past state is not folded from an altered entry")
    func onReplay() async throws {
        let ledger = try await damagedLedger()
        let error = await #expect(throws: VarlinkError.self) {
            try await ledger.ask("Roles.ListOrganisations", ["knownAt": "@1"])
        }
        #expect(error?.name == "io.jvledger.Ledger.TryAgain")
        try await expectAlarm(ledger)
    }

    @Test("A correction that meets an altered entry is not recorded")
    func onRecord() async throws {
        let ledger = try await damagedLedger()
        await #expect(throws: RecordFailure.self) {
            try await ledger.record([
                [
                    "type": "entry.retracted", "subject": "organisation/b",
                    "data": ["entry": 2, "explanation": "A mistake"],
                ]
            ])
        }
        #expect(try ledger.service.store.head.size == 3)
        try await expectAlarm(ledger)
    }

    @Test("What was found damaged stays read-only, whatever a commit on its way says")
    func readOnlyStays() throws {
        let ledger = try TestLedger()
        let publication = ledger.service.publication
        #expect(publication.set(.refusing("the disk is full")))
        #expect(!publication.set(.refusing("the disk is full")))
        #expect(publication.set(.readOnly("damage")))
        #expect(!publication.set(.running))
        #expect(!publication.set(.refusing("the disk is full")))
        #expect(publication.current.condition == .readOnly("damage"))
    }

    @Test("A last checkpoint that the ledger's key did not sign is damage, at the start and on inspection")
    func forgedCheckpoint() async throws {
        let ledger = try TestLedger()
        let name = try #require(KeyName("example/jv"))
        let forger = try SignerKey(name: name, algorithm: .ed25519, seed: Array(repeating: 8, count: 32))
        let signer = try SignerKey(name: name, algorithm: .ed25519, seed: Array(repeating: 7, count: 32))
        var added = try #require(try ledger.store.entry(at: 0)).checked()
        added.position = 1
        added.id = "forged"
        added.streamVersion = 2
        let bytes = try added.canonicalBytes()
        var tree = try ledger.store.head.tree
        tree.append(Merkle.leafHash(bytes))
        let new = NewEntry(
            position: 1,
            id: added.id,
            subject: added.subject.description,
            type: added.type,
            streamVersion: 2,
            bytes: bytes,
            leafHash: Merkle.leafHash(bytes)
        )
        _ = try ledger.store.audit()
        try ledger.store.append(StoreBatch(entries: [new], checkpoint: try forger.checkpoint(over: tree)))
        #expect(throws: StoreFailure.self) { try ledger.store.audit() }
        let failure = #expect(throws: StartFailure.self) {
            try LedgerService(instance: "test", store: ledger.store, signer: signer, policy: AccessPolicy())
        }
        guard case .damaged(let mark) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(mark.reason.contains("did not sign"))
    }
}
