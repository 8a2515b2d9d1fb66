// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import GRDB
import Ledger
import LedgerStore
import Synchronization
import Testing

@testable import LedgerService

@Suite("What is erased stays so", .timeLimit(.minutes(5)))
struct ErasureAtStartTests {
    @Test("At the start, texts that came back are deleted again, and the files are clean")
    func restart() async throws {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent(
            "again-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: false)
        defer { try? FileManager.default.removeItem(at: directory) }
        let ledger = try AnsweringLedger()
        let first = try await ledger.record([entry("person.registered", "person/", ["name": "Beatrix"])])
        let sealed = try #require(try ledger.service.store.disclosure(at: UInt64(first), field: "name"))
        _ = try await ledger.ask(
            "Admin.Erase",
            ["person": "P-0001", "basis": "b", "approvedBy": "a"],
            by: .root
        )
        // A copy of the ledger, into which the older copy's texts were put back.
        for (file, bytes) in try ledger.files() where file.hasPrefix("ledger.sqlite") {
            try bytes.write(to: directory.appendingPathComponent(file))
        }
        let queue = try DatabaseQueue(path: directory.appendingPathComponent("ledger.sqlite").path)
        try await queue.writeWithoutTransaction { database in
            let trigger = try String.fetchOne(
                database,
                sql: "SELECT sql FROM sqlite_schema WHERE name = 'disclosures_insert'"
            )
            try database.execute(sql: "DROP TRIGGER disclosures_insert")
            try database.execute(
                sql:
                    "INSERT INTO disclosures (position, field, person, text) VALUES (?, 'name', 'P-0001', ?)",
                arguments: [first, sealed]
            )
            try database.execute(sql: trigger ?? "")
        }
        try queue.close()

        let events = Mutex<[Int]>([])
        let store = try SQLiteEventStore(directory: directory.path)
        #expect(try store.disclosure(at: UInt64(first), field: "name") == sealed)
        let service = try LedgerService(
            instance: "example",
            store: store,
            signer: AnsweringLedger.signer(),
            policy: AccessPolicy(),
            onEvent: { event in
                if case .erasedAgain(let count) = event { events.withLock { $0.append(count) } }
            }
        )
        #expect(try store.disclosure(at: UInt64(first), field: "name") == nil)
        #expect(events.withLock { $0 } == [1])
        #expect(try #require(service.verify { _, _ in true }).get().isComplete)
        for name in try FileManager.default.contentsOfDirectory(atPath: directory.path) {
            let bytes = try Data(contentsOf: directory.appendingPathComponent(name))
            #expect(bytes.range(of: Data(sealed.utf8)) == nil, "\(name)")
        }
    }
}
