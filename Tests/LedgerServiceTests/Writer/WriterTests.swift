// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger
import LedgerStore
import Synchronization
import Testing
import TransparencyLog

@testable import LedgerService

@Suite("The writer", .timeLimit(.minutes(5)))
struct WriterTests {
    @Test("The same id with the same content returns the first receipt; nothing is recorded twice")
    func idempotency() async throws {
        let ledger = try TestLedger()
        let first = try await ledger.record([TestLedger.organisation("provide", id: "a")])
        let again = try await ledger.record([TestLedger.organisation("provide", id: "a")])
        #expect(again.receipts.map(\.position) == first.receipts.map(\.position))
        #expect(again.receipts.map(\.leafHash) == first.receipts.map(\.leafHash))
        #expect(again.receipts.map(\.isRepeated) == [true])
        #expect(again.size == first.size)
    }

    @Test("The same id with other content, or of another user, is refused")
    func idConflicts() async throws {
        let ledger = try TestLedger()
        _ = try await ledger.record([TestLedger.organisation("provide", id: "a")])
        await #expect(throws: RecordFailure.idConflict(entry: 0, id: "a", position: 1, sameUser: true)) {
            try await ledger.record([TestLedger.organisation("provide", id: "a", title: "Other")])
        }
        await #expect(throws: RecordFailure.idConflict(entry: 0, id: "a", position: 1, sameUser: false)) {
            try await ledger.record([TestLedger.organisation("provide", id: "a")], by: ledger.pat)
        }
    }

    @Test("An id that stands twice in one call is refused, and the ledger goes on")
    func idsWithinACall() async throws {
        let ledger = try TestLedger()
        let error = FieldError("id", .notA("used only once in a call"))
        await #expect(throws: RecordFailure.invalid(entry: 1, error)) {
            try await ledger.record([
                TestLedger.organisation("a", id: "x"), TestLedger.organisation("b", id: "x"),
            ])
        }
        _ = try await ledger.record([TestLedger.organisation("a", id: "x")])
    }

    @Test("Sealed content is compared as well, and another name is another content")
    func sealedContentIsCompared() async throws {
        let ledger = try TestLedger()
        func person(_ name: String) -> JSON {
            ["id": "p", "type": "person.registered", "subject": "person/", "data": ["name": .string(name)]]
        }
        let first = try await ledger.record([person("Ada Lovelace")])
        let again = try await ledger.record([person("Ada Lovelace")])
        #expect(again.receipts.map(\.leafHash) == first.receipts.map(\.leafHash))
        await #expect(throws: RecordFailure.idConflict(entry: 0, id: "p", position: 1, sameUser: true)) {
            try await ledger.record([person("Ada King")])
        }
        let stored = try #require(try ledger.store.entry(at: 1))
        #expect(!String(decoding: stored.bytes, as: UTF8.self).contains("Ada"))
    }

    @Test("What is sealed is a text, not empty and not too long; nobody could see it afterwards")
    func sealedContentIsChecked() async throws {
        let ledger = try TestLedger()
        func person(_ name: JSON) -> JSON {
            ["type": "person.registered", "subject": "person/", "data": ["name": name]]
        }
        let longest = String(repeating: "x", count: Sealing.textLimit)
        for (name, problem) in [
            (JSON.string(""), FieldError.Problem.notA("a non-empty text")),
            (["first": "Ada"], .notA("a non-empty text")),
            (.string(longest + "x"), .tooLong(limit: Sealing.textLimit)),
        ] {
            await #expect(throws: RecordFailure.invalid(entry: 0, FieldError("name", problem))) {
                try await ledger.record([person(name)])
            }
        }
        _ = try await ledger.record([person(.string(longest))])
    }

    @Test("A call is recorded whole or not at all")
    func allOrNone() async throws {
        let ledger = try TestLedger()
        let calls = [
            TestLedger.organisation("a"), TestLedger.organisation("b"), TestLedger.organisation("a"),
        ]
        let subject = try #require(Subject("organisation/a"))
        await #expect(throws: RecordFailure.refused(entry: 2, .entry(.exists(subject)))) {
            try await ledger.record(calls)
        }
        #expect(ledger.service.published.head.size == 1)
    }

    @Test("A dry run says what would be, and records nothing")
    func dryRun() async throws {
        let ledger = try TestLedger()
        let would = try await ledger.record([TestLedger.organisation("a")], isDry: true)
        #expect(would.receipts.map(\.position) == [1])
        #expect(would.size == 1)
        #expect(try ledger.store.head.size == 1)
    }

    @Test("An expected stream version that is not the stream's is refused")
    func streamVersions() async throws {
        let ledger = try TestLedger()
        _ = try await ledger.record([TestLedger.organisation("a")])
        let subject = try #require(Subject("organisation/a"))
        let failure = RecordFailure.wrongStreamVersion(entry: 0, subject: subject, expected: 0, actual: 1)
        await #expect(throws: failure) {
            try await ledger.record([
                [
                    "type": "organisation.renamed", "subject": "organisation/a", "streamVersion": 0,
                    "data": ["title": "A"],
                ]
            ])
        }
    }

    @Test("Entries of one call refer to each other as #N")
    func references() async throws {
        let ledger = try TestLedger()
        let recorded = try await ledger.record([
            TestLedger.organisation("provide"),
            ["type": "person.registered", "subject": "person/", "data": [:]],
            ["type": "post.defined", "subject": "post/lead", "data": ["title": "Lead", "host": "#0"]],
            [
                "type": "role.assigned", "subject": "assignment/",
                "data": ["role": "post/lead", "person": "#1", "from": "2026-11-21T09:00:00Z"],
            ],
        ])
        #expect(recorded.receipts.map(\.subject.description).last == "assignment/A-0001")
        let key = try #require(Key("A-0001"))
        let assignment = try #require(ledger.service.published.state.assignment(key))
        #expect(assignment.person.text == "P-0001")
    }

    @Test("Calls at the same time get gapless positions, and every receipt's proof verifies")
    func concurrentCalls() async throws {
        let ledger = try TestLedger()
        let receipts = try await withThrowingTaskGroup(of: [Receipt].self) { group in
            for number in 0..<200 {
                group.addTask { try await ledger.record([TestLedger.organisation("o\(number)")]).receipts }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(receipts.map(\.position).sorted() == Array(1...200))
        let head = try ledger.store.head
        let root = try #require(head.checkpoint?.root)
        for receipt in receipts {
            let proof = try #require(
                try InclusionProof(index: receipt.position, size: 201, reading: ledger.store)
            )
            let leafHash = try #require(Digest(hexadecimal: receipt.leafHash))
            try proof.verify(leafHash: leafHash, root: root)
        }
    }

    @Test("Time never runs back: a clock a little behind is held, one far behind refuses writes and says so")
    func clock() async throws {
        let ledger = try TestLedger()
        _ = try await ledger.record([TestLedger.organisation("a")])
        ledger.time.withLock { $0 = Timestamp(microseconds: $0.microseconds - 30_000_000) }
        _ = try await ledger.record([TestLedger.organisation("b")])
        let entries = try ledger.store.entries(from: 1, limit: 2).map { try Entry(bytes: $0.bytes) }
        #expect(entries[0].recorded == entries[1].recorded)
        ledger.time.withLock { $0 = Timestamp(microseconds: $0.microseconds - 60_000_000) }
        await #expect(throws: RecordFailure.self) { try await ledger.record([TestLedger.organisation("c")]) }
        let hasAlert = ledger.events.withLock { events in
            events.contains { event in if case .clockBehind = event { true } else { false } }
        }
        #expect(hasAlert)
    }

    @Test("What is recorded is canonical and at most 65,535 bytes")
    func byteLimits() async throws {
        let ledger = try TestLedger()
        _ = try await ledger.record([TestLedger.organisation("a")])
        let stored = try #require(try ledger.store.entry(at: 1))
        #expect(JSON.isCanonical(stored.bytes))
        let long = String(repeating: "x", count: Fields.textLimit)
        await #expect(throws: RecordFailure.self) {
            try await ledger.record([TestLedger.organisation("b", title: long + "x")])
        }
        _ = try await ledger.record([TestLedger.organisation("b", title: long)])
    }
}
