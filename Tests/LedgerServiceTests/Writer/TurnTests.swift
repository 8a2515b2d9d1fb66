// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Dispatch
import Ledger
import LedgerStore
import Synchronization
import Testing

@testable import LedgerService

@Suite("The writer's turns", .timeLimit(.minutes(5)))
struct TurnTests {
    private static func retraction(_ key: String, _ position: Int64) -> JSON {
        [
            "type": "entry.retracted", "subject": .string("organisation/\(key)"),
            "data": ["entry": .integer(position), "explanation": "A mistake"],
        ]
    }

    /// Retractions that wait while the writer is held, each of which has a commit to itself.
    private func waiting(_ count: Int, in ledger: TestLedger) async throws -> [Task<RecordedCall, any Error>]
    {
        _ = try await ledger.record((0..<count).map { TestLedger.organisation("o\($0)") })
        let gate = DispatchSemaphore(value: 0)
        ledger.service.afterWork { gate.wait() }
        defer { gate.signal() }
        return (0..<count).map { number in
            Task.immediate {
                try await ledger.record([Self.retraction("o\(number)", Int64(number) + 1)])
            }
        }
    }

    @Test("A sign of life has its turn between commits, however many calls wait")
    func signsOfLife() async throws {
        let ledger = try TestLedger()
        let calls = try await waiting(5, in: ledger)
        let size = await withCheckedContinuation { done in
            ledger.service.afterWork { done.resume(returning: ledger.service.published.head.size) }
        }
        #expect(size < 11)
        for call in calls { _ = try await call.value }
        #expect(ledger.service.published.head.size == 11)
    }

    @Test("Whoever has many calls waiting keeps another user waiting for one of them only")
    func usersTakeTurns() async throws {
        let ledger = try TestLedger()
        _ = try await ledger.record((0..<5).map { TestLedger.organisation("o\($0)") })
        let gate = DispatchSemaphore(value: 0)
        ledger.service.afterWork { gate.wait() }
        let many = (0..<5).map { number in
            Task.immediate {
                try await ledger.record([Self.retraction("o\(number)", Int64(number) + 1)])
            }
        }
        let one = Task.immediate {
            try await ledger.record([TestLedger.organisation("late")], by: ledger.pat)
        }
        gate.signal()
        #expect(try await one.value.receipts.map(\.position) == [7])
        var positions: [UInt64] = []
        for call in many { positions += try await call.value.receipts.map(\.position) }
        #expect(positions == [6, 8, 9, 10, 11])
    }

    @Test("Whoever records faster than one may waits, and nobody else does")
    func rates() async throws {
        let ledger = try TestLedger(entriesPerSecondPerUser: 1)
        _ = try await ledger.record((0..<1000).map { TestLedger.organisation("o\($0)") })
        let next = Task.immediate { try await ledger.record([TestLedger.organisation("next")]) }
        let other = try await ledger.record([TestLedger.organisation("other")], by: ledger.pat)
        #expect(other.receipts.map(\.position) == [1001])
        next.cancel()
        let failure = await #expect(throws: RecordFailure.self) { try await next.value }
        #expect(failure?.mayPass == true, "whoever hangs up while they wait had nothing accepted")
        #expect(ledger.service.published.head.size == 1002)
    }

    @Test("Ending finishes every call that was accepted, and takes no other")
    func finishing() async throws {
        let ledger = try TestLedger()
        let calls = try await waiting(5, in: ledger)
        await ledger.service.finish()
        #expect(try ledger.store.head.size == 11)
        for call in calls { #expect(try await call.value.receipts.count == 1) }
        await #expect(throws: RecordFailure.self) {
            try await ledger.record([TestLedger.organisation("late")])
        }
        #expect(try ledger.store.head.size == 11)
    }

    @Test("What is reported of a refusal has no text that the caller gave")
    func refusalsCarryNoText() async throws {
        let ledger = try TestLedger()
        let secret = "Ada Lovelace lives here"
        let calls: [JSON] = [
            ["type": .string(secret), "subject": "organisation/a"],
            ["type": "organisation.registered", "subject": .string("organisation/\(secret)")],
            ["type": "organisation.registered", "subject": "organisation/a", "data": [secret: "x"]],
            [
                "type": "organisation.registered", "subject": "organisation/a",
                "data": ["title": "A", "kind": .string(secret)],
            ],
        ]
        for call in calls {
            await #expect(throws: RecordFailure.self) { try await ledger.record([call]) }
        }
        let reports = ledger.events.withLock { events in
            events.compactMap { event -> String? in
                guard case .refused(_, let failure, let type, let subject) = event else { return nil }
                return "\(failure.summary) \(type ?? "") \(subject ?? "")"
            }
        }
        #expect(reports.count == calls.count)
        #expect(reports.allSatisfy { !$0.contains("Ada") }, "\(reports)")
    }
}
