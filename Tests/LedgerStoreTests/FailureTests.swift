// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Testing
import TransparencyLog

@testable import LedgerStore

/// Full disks, foreign writers, and readers that must not wait.
@Suite(.timeLimit(.minutes(5)))
struct FailureTests {
    @Test(arguments: [1, 7, 300])
    func aFullDiskRefusesTheBatchAndRecovers(count: Int) throws {
        let place = try TemporaryDirectory()
        let store = try SQLiteEventStore(directory: place.path, create: true)
        try store.append(run: 20)
        try store.limitPages(to: 30)
        var size: UInt64 = 20
        var failure: StoreFailure?
        while failure == nil {
            do throws(StoreFailure) {
                try store.append(StoreBatch(Self.long(count, from: size), after: store.head))
                size += UInt64(count)
            } catch {
                failure = error
            }
        }
        #expect(failure == .full)
        for _ in 0..<3 {
            #expect(throws: StoreFailure.full) { try store.append(Self.long(300, from: size)) }
            #expect(try store.head.size == size)
            #expect(try store.entry(at: size - 1) != nil)
            #expect(try store.entry(at: size) == nil)
            #expect(try store.verify(comparing: Draft.readKeys).entries == size)
        }
        try store.limitPages(to: 100_000)
        try store.append(Self.long(300, from: size))
        #expect(try store.verify(comparing: Draft.readKeys).entries == size + 300)
    }

    private static func long(_ count: Int, from position: UInt64) -> [Draft] {
        Draft.run(count, from: position).map { draft in
            var draft = draft
            draft.payload = [UInt8](repeating: 9, count: 2_000)
            return draft
        }
    }

    @Test func readersDoNotWaitForTheWriter() throws {
        let place = try TemporaryDirectory()
        let store = try SQLiteEventStore(directory: place.path, create: true)
        try store.append(run: 300)
        // Would any of these wait for the open transaction, the test would never end.
        try store.pool.writeWithoutTransaction { database in
            try database.inTransaction(.immediate) {
                try database.execute(sql: "INSERT INTO streams VALUES (2, 'thing/new')")
                #expect(try store.head.size == 300)
                #expect(try store.entries(from: 0, limit: 500).count == 300)
                #expect(try store.positions(ofSubject: "thing/new") == [])
                #expect(try store.root(size: 300) == store.head.tree.root)
                #expect(try store.verify().isComplete)
                return .rollback
            }
        }
    }

    @Test func anotherProgramsLockIsReportedAndGoesAway() throws {
        let place = try TemporaryDirectory()
        let store = try SQLiteEventStore(directory: place.path, create: true)
        try store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA busy_timeout = 0") }
        let other = try OtherProgram(place.database)
        try other.whileLocked {
            #expect(throws: StoreFailure.busy) { try store.append(run: 1) }
            let size = try store.head.size
            #expect(size == 0)
        }
        try store.append(run: 1)
        try other.close()
        #expect(try store.verify().entries == 1)
    }

    @Test func anEntryOfAnotherProgramEndsTheProcess() throws {
        let place = try TemporaryDirectory()
        let store = try SQLiteEventStore(directory: place.path, create: true)
        try store.append(run: 1)
        let other = try OtherProgram(place.database)
        try other.execute("INSERT INTO entries VALUES (1, 1, 2, 't', 'other', zeroblob(32), x'00')")
        try other.close()
        let failure = #expect(throws: StoreFailure.self) { try store.append(run: 1) }
        guard case .failed = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        let again = #expect(throws: StoreFailure.self) { try store.append(run: 1) }
        #expect(again == failure)
    }

    @Test func aCancelledTaskStillCommits() async throws {
        let place = try TemporaryDirectory()
        let store = try SQLiteEventStore(directory: place.path, create: true)
        try await Task {
            withUnsafeCurrentTask { $0?.cancel() }
            #expect(Task.isCancelled)
            try store.append(run: 3)
            #expect(try store.entries(from: 0, limit: 9).count == 3)
        }.value
        #expect(try store.verify().entries == 3)
    }

    @Test func aFileThatCannotBeWrittenIsReadOnly() throws {
        let place = try TemporaryDirectory()
        let store = try SQLiteEventStore(directory: place.path, create: true)
        try store.append(run: 2)
        try store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA query_only = ON") }
        #expect(throws: StoreFailure.readOnly) { try store.append(run: 1) }
        #expect(try store.entries(from: 0, limit: 9).count == 2)
    }

    @Test func erasedTextIsInNoFile() throws {
        let place = try TemporaryDirectory()
        let store = try place.create()
        let texts = (0..<40).map { "WyJzYWx0LXNhbHQtc2FsdCIsIm5hbWUiLCJKb2huIERv\($0)ZSJd" }
        var drafts = Draft.run(40)
        for (place, text) in texts.enumerated() {
            drafts[place].disclosures = [NewDisclosure(field: "name", person: "P-\(place % 2)", text: text)]
        }
        try store.append(drafts)
        #expect(try Self.found(texts, in: place).count == 40)
        try store.append(Draft.run(1, from: 40), erasures: store.disclosures(ofPerson: "P-0"))
        try store.scrub()
        let kept = try Self.found(texts, in: place)
        #expect(kept == texts.enumerated().filter { $0.offset % 2 == 1 }.map(\.element))
        #expect(try place.contents()["ledger.sqlite-wal"]?.isEmpty == true)
    }

    @Test func scrubbingWaitsForNoReaderForEver() throws {
        let place = try TemporaryDirectory()
        let store = try SQLiteEventStore(directory: place.path, create: true)
        try store.append(run: 1)
        try store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA busy_timeout = 0") }
        try store.pool.read { database in
            _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM entries")
            try store.append(run: 1)
            #expect(throws: StoreFailure.busy) { try store.scrub() }
        }
        try store.scrub()
    }

    private static func found(_ texts: [String], in place: TemporaryDirectory) throws -> [String] {
        let contents = try place.contents().values
        return texts.filter { text in contents.contains { $0.range(of: Data(text.utf8)) != nil } }
    }
}

extension SQLiteEventStore {
    /// Makes the disk full, as far as SQLite can tell, when the file has that many pages.
    fileprivate func limitPages(to count: Int) throws {
        try pool.writeWithoutTransaction { database in
            _ = try Int.fetchOne(database, sql: "PRAGMA max_page_count = \(count)")
        }
    }
}
