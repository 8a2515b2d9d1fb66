// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger
import LedgerStore
import Synchronization
import Testing
import TransparencyLog

@testable import LedgerService

@Suite("A ledger that a later version wrote")
struct NewerLedgerTests {
    @Test("With a type that is not known it is not served: what it says would be missing from every answer")
    func unknownType() throws {
        let ledger = try TestLedger()
        let type = "io.jvledger.decision.foreseen.v1"
        let subject = try #require(Subject("decision/D-1"))
        let entry = try Entry(
            position: 1,
            id: "later",
            origin: "example/jv",
            type: type,
            subject: subject,
            recorded: ledger.time.withLock { $0 },
            streamVersion: 1,
            recorder: .system,
            data: JSONObject()
        )
        let bytes = try entry.canonicalBytes()
        var tree = try ledger.store.head.tree
        tree.append(Merkle.leafHash(bytes))
        let name = try #require(KeyName("example/jv"))
        let signer = try SignerKey(name: name, algorithm: .ed25519, seed: [UInt8](repeating: 7, count: 32))
        try ledger.store.append(
            StoreBatch(
                entries: [
                    NewEntry(
                        position: 1,
                        id: entry.id,
                        subject: subject.description,
                        type: type,
                        streamVersion: 1,
                        bytes: bytes,
                        leafHash: Merkle.leafHash(bytes)
                    )
                ],
                checkpoint: try signer.checkpoint(over: tree)
            )
        )
        #expect(throws: StartFailure.newer(type: type, position: 1)) {
            try LedgerService(instance: "test", store: ledger.store, signer: signer, policy: AccessPolicy())
        }
    }
}
