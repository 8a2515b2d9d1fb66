// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Testing

@testable import LedgerStore

/// Creating, opening, locking, and what must not be opened.
@Suite struct OpeningTests {
    @Test func commitsWaitForTheDisk() throws {
        let place = try TemporaryDirectory()
        for create in [true, false] {
            let store = try SQLiteEventStore(directory: place.path, create: create)
            #expect(store.durability.synchronous == 2)
            #expect(store.durability.journalMode == "wal")
            #expect(store.durability.secureDelete == 1)
            #expect(store.durability.foreignKeys == 1)
            #expect(store.durability.recursiveTriggers == 1)
            #expect(store.durability.temporaryStore == 2)
            // Asked again of the connection that writes, after it has written.
            try store.append(run: 1)
            let now = try store.pool.writeWithoutTransaction {
                try Int.fetchOne($0, sql: "PRAGMA synchronous")
            }
            #expect(now == 2)
        }
    }

    @Test func theHeaderNamesTheFormat() throws {
        let place = try TemporaryDirectory()
        _ = try place.create()
        let header = try #require(try place.contents()["ledger.sqlite"]).prefix(100)
        #expect(Array(header[68..<72]) == Array("jvld".utf8))
        #expect(Array(header[60..<64]) == [0, 0, 0, 1])
    }

    @Test func onlyTheOwnerMayReadTheFiles() throws {
        let place = try TemporaryDirectory()
        let store = try place.create()
        try store.append(run: 1)
        for name in ["ledger.sqlite", "ledger.sqlite-wal", "lock"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(place.path)/\(name)")
            #expect(attributes[.posixPermissions] as? Int == 0o600, "\(name)")
        }
    }

    @Test func nothingIsCreatedUnasked() throws {
        let place = try TemporaryDirectory()
        #expect(throws: OpeningFailure.missing(path: place.database)) { try place.open() }
        #expect(try place.contents().isEmpty)
        #expect(throws: OpeningFailure.missing(path: "\(place.path)/no/ledger.sqlite")) {
            try SQLiteEventStore(directory: "\(place.path)/no")
        }
    }

    @Test func nothingIsCreatedOverALedger() throws {
        let place = try TemporaryDirectory()
        try place.create().append(run: 3)
        #expect(throws: OpeningFailure.exists(path: place.database)) { try place.create() }
        #expect(try place.open().head.size == 3)
    }

    @Test func aCreationThatWasCutShortCanBeRepeated() throws {
        let place = try TemporaryDirectory()
        try Data().write(to: URL(fileURLWithPath: place.database))
        #expect(throws: OpeningFailure.missing(path: place.database)) { try place.open() }
        try place.create().append(run: 1)
        #expect(try place.open().head.size == 1)
    }

    @Test func oneStoreAtATime() throws {
        let place = try TemporaryDirectory()
        var first: (any EventStore)? = try place.create()
        #expect(throws: OpeningFailure.locked(path: "\(place.path)/lock")) { try place.open() }
        #expect(throws: OpeningFailure.locked(path: "\(place.path)/lock")) { try place.create() }
        try first?.append(run: 1)
        first = nil
        #expect(try place.open().head.size == 1)
    }

    @Test func otherDatabasesAreLeftAlone() throws {
        let place = try TemporaryDirectory()
        for (id, sql) in [(0, "CREATE TABLE t (c)"), (77, "PRAGMA application_id = 77")] as [(Int32, String)]
        {
            let other = try DatabaseQueue(path: place.database)
            try other.writeWithoutTransaction { try $0.execute(sql: sql) }
            try other.close()
            let before = try place.contents()["ledger.sqlite"]
            let failure = OpeningFailure.foreign(path: place.database, applicationID: id)
            #expect(throws: failure) { try place.open() }
            #expect(throws: failure) { try place.create() }
            #expect(try place.contents()["ledger.sqlite"] == before)
        }
    }

    @Test func laterFormatsAreRefused() throws {
        let place = try TemporaryDirectory()
        _ = try place.create()
        let other = try OtherProgram(place.database)
        try other.execute("PRAGMA user_version = 2")
        try other.close()
        #expect(throws: OpeningFailure.newer(path: place.database, format: 2, supported: 1)) {
            try place.open()
        }
    }

    @Test func whatIsNoDatabaseIsRefused() throws {
        let place = try TemporaryDirectory()
        let text = Data("This is no database, and long enough not to be taken for an empty one.\n".utf8)
        try Data((0..<100).flatMap { _ in text }).write(to: URL(fileURLWithPath: place.database))
        let failure = #expect(throws: OpeningFailure.self) { try place.open() }
        guard case .store(.damaged(nil, _)) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
    }

    @Test(arguments: ["", "position 12\nthe hash\n", "position x\nodd\n", "no position\n", "position 5\n"])
    func anyDamageFileIsAMark(text: String) throws {
        let place = try TemporaryDirectory()
        _ = try place.create()
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(place.path)/damaged"))
        let mark = try #require(try place.open().damageMark)
        #expect(!mark.reason.isEmpty)
        #expect(mark.position == (text.hasPrefix("position 12") ? 12 : text == "position 5\n" ? 5 : nil))
        try DamageMark.remove(from: place.path)
        #expect(try place.open().damageMark == nil)
    }
}
