// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import GRDB
import Ledger
import LedgerStore
import Synchronization
import Testing

@testable import LedgerService

@Suite("The ledger reads itself again, round and round", .timeLimit(.minutes(5)))
struct SelfCheckTests {
    private static let pace = SelfCheckPace(bytesPerSecond: 65_536, minutesBetweenPasses: 7)

    /// What stands for waiting: called with the number of pauses between passes so far, from 1; nil within a pass.
    private static func pause(
        _ step: @escaping @Sendable (Int?) async throws -> Void
    ) -> Pause {
        let passes = Mutex(0)
        return { duration in
            guard duration == pace.betweenPasses else { return try await step(nil) }
            let ended = passes.withLock { passes in
                passes += 1
                return passes
            }
            try await step(ended)
        }
    }

    /// Changes a database as another program would, its triggers gone.
    private static func change(_ directory: String, _ sql: String) throws {
        let queue = try DatabaseQueue(path: "\(directory)/ledger.sqlite")
        try queue.writeWithoutTransaction { database in
            let triggers = try Row.fetchAll(
                database,
                sql: "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'entries'"
            )
            for trigger in triggers { try database.execute(sql: "DROP TRIGGER \(trigger["name"] as String)") }
            try database.execute(sql: sql)
            for trigger in triggers { try database.execute(sql: trigger["sql"]) }
        }
        try queue.close()
    }

    private func organisations(_ range: Range<Int>) -> [JSON] {
        range.map { TestLedger.organisation("o\($0)") }
    }

    @Test("A byte that is changed in service is found by the next pass: writing stops, reading goes on")
    func damage() async throws {
        let ledger = try AnsweringLedger()
        try await ledger.record(organisations(0..<5))
        let directory = ledger.directory.path
        await ledger.service.checkItself(
            Self.pace,
            pause: Self.pause { pass in
                guard pass == 1 else { return }
                #expect(ledger.service.published.condition == .running)
                try Self.change(
                    directory,
                    """
                    UPDATE entries SET bytes = CAST(replace(CAST(bytes AS TEXT), 'o2', 'o9') AS BLOB)
                    WHERE position = 3
                    """
                )
            }
        )
        let status = try await ledger.ask("Admin.GetStatus")
        #expect(status["state"] == "readOnly")
        #expect(status["reason"]?.text?.contains("entry 3") == true)
        #expect(status[path: "selfCheck", "pass"] == 2)
        #expect(status[path: "selfCheck", "checked"] == 0)
        #expect(status[path: "selfCheck", "lastPassSize"] == 6)
        #expect(status[path: "selfCheck", "lastPassAt"] != nil)
        #expect(try DamageMark(directory: directory)?.position == 3)
        await #expect(throws: RecordFailure.self) { try await ledger.record(organisations(5..<6)) }
        #expect(try await ledger.ask("Ledger.List").each("entries", "position").count == 6)
    }

    @Test("A pass reads everything, at its pace, and the next one also what came in between")
    func rounds() async throws {
        let ledger = try TestLedger()
        _ = try await ledger.record(organisations(0..<2_500))
        let places = Mutex<[UInt64]>([])
        let waited = Mutex(Duration.zero)
        let step = Self.pause { pass in
            switch pass {
            case nil: places.withLock { $0.append(ledger.service.selfCheckProgress.checked) }
            case 1: _ = try await ledger.record(organisations(2_500..<2_505))
            case 2: throw CancellationError()
            default: Issue.record("it went on after it was cancelled")
            }
        }
        await ledger.service.checkItself(
            Self.pace,
            pause: { duration in
                if duration != Self.pace.betweenPasses { waited.withLock { $0 += duration } }
                try await step(duration)
            }
        )
        #expect(places.withLock { $0 } == [1_024, 2_048, 2_501, 1_024, 2_048, 2_506])
        let passes = ledger.events.withLock { $0 }.compactMap { event -> [UInt64]? in
            guard case .selfChecked(let pass, let size) = event else { return nil }
            return [pass, size]
        }
        #expect(passes == [[1, 2_501], [2, 2_506]])
        #expect(ledger.service.verified?.size == 2_506)
        let bytes =
            try ledger.store.verify().bytes
            + ledger.store.entries(from: 0, limit: 2_501).reduce(0) {
                $0 + UInt64($1.bytes.count)
            }
        let expected = Double(bytes) / 65_536
        #expect(abs(waited.withLock { $0 } / .seconds(1) - expected) < 0.001)
    }

    @Test("What cannot be read is no damage: it is told, and there is another pass")
    func unreadable() async throws {
        let ledger = try TestLedger()
        await ledger.service.checkItself(
            Self.pace,
            pause: Self.pause { pass in
                if pass == 1 { try Self.change(ledger.directory, "DROP TABLE checkpoints") }
                if pass == 3 { throw CancellationError() }
            }
        )
        let failures = ledger.events.withLock { $0 }.count { event in
            if case .selfCheckFailed = event { true } else { false }
        }
        #expect(failures == 2)
        #expect(ledger.service.selfCheckProgress.lastPass?.size == 1)
        #expect(ledger.service.published.condition == .running)
    }

    @Test("It ends at once when it is told to, wherever it waits", arguments: [false, true])
    func cancelled(betweenPasses: Bool) async throws {
        let ledger = try TestLedger()
        let (reached, tell) = AsyncStream.makeStream(of: Void.self)
        let (never, keeper) = AsyncStream.makeStream(of: Void.self)
        let task = Task {
            await ledger.service.checkItself(
                Self.pace,
                pause: Self.pause { pass in
                    guard betweenPasses == (pass != nil) else { return }
                    tell.yield()
                    for await _ in never {}
                    try Task.checkCancellation()
                }
            )
        }
        for await _ in reached { break }
        task.cancel()
        await task.value
        let pass: UInt64 = ledger.service.selfCheckProgress.pass
        #expect(pass == 1)
        #expect((ledger.service.selfCheckProgress.lastPass != nil) == betweenPasses)
        keeper.finish()
    }
}
