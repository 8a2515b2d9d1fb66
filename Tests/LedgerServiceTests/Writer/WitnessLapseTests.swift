// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Ledger
import LedgerStore
import Synchronization
import Testing
import TransparencyLog

@testable import LedgerService

@Suite("A ledger that has gone too long without its witnesses", .timeLimit(.minutes(5)))
struct WitnessLapseTests {
    private static let key: Result<SignerKey, any Error> = Result {
        try SignerKey(
            name: try #require(KeyName("provide.example")),
            algorithm: .cosignature,
            seed: Array(repeating: 3, count: 32)
        )
    }

    private func pass(_ days: Double, _ ledger: TestLedger) {
        ledger.time.withLock { $0 = $0.advanced(byMicroseconds: Int64(days * 86_400e6)) }
    }

    /// What was told of witnesses since the beginning: whose are missing, or up to where they are back.
    private func told(_ ledger: TestLedger) -> [String] {
        ledger.events.withLock { $0 }.compactMap { event in
            switch event {
            case .witnessesAway(let standing): "away \(standing.missing.joined(separator: " "))"
            case .witnessesBack(let size): "back \(size ?? 0)"
            default: nil
            }
        }
    }

    private func cosign(_ ledger: TestLedger) throws {
        let checkpoint = try #require(try ledger.store.latestCheckpoint)
        let note = try SignedNote(parsing: checkpoint.note)
        let opened = try VerifiedCheckpoint(opening: note, logs: [ledger.service.publicKey]).checkpoint
        let cosignature = try Cosignature(signing: opened, at: 1_800_000_000, with: Self.key.get())
        _ = try ledger.service.addCosignatures(on: try note.adding([cosignature.signature]).bytes)
    }

    @Test("is told of once a lapse, from the loop that reads it again, and once when it is over")
    func once() async throws {
        let ledger = try TestLedger()
        _ = try await ledger.record([TestLedger.organisation("provide")])
        pass(30, ledger)
        // Nobody is needed yet, however old the entries are.
        ledger.service.reviewWitnesses()
        #expect(told(ledger) == [])
        _ = try await ledger.record([
            [
                "type": "witness.appointed", "subject": "witness/w1",
                "data": ["org": "provide", "publicKey": .string(try Self.key.get().verifierKey.text)],
            ]
        ])
        pass(6.9, ledger)
        ledger.service.reviewWitnesses()
        #expect(told(ledger) == [])
        pass(0.2, ledger)
        let pauses = Mutex(0)
        await ledger.service.checkItself(
            SelfCheckPace(minutesBetweenPasses: 300),
            pause: { duration in
                #expect(duration <= .seconds(3_600))
                let count = pauses.withLock { count in
                    count += 1
                    return count
                }
                if count == 8 { throw CancellationError() }
            }
        )
        #expect(told(ledger) == ["away organisation/provide"])
        #expect(ledger.service.selfCheckProgress.pass == 2)
        let standing = try ledger.service.witnessStanding()
        #expect(standing.isLapsed(at: ledger.time.withLock { $0 }, days: 7))

        try cosign(ledger)
        #expect(told(ledger) == ["away organisation/provide", "back 3"])
        pass(100, ledger)
        // Nothing waits for them: however long ago they came.
        ledger.service.reviewWitnesses()
        _ = try await ledger.record([TestLedger.organisation("council")])
        ledger.service.reviewWitnesses()
        #expect(told(ledger).count == 2)
        pass(7.1, ledger)
        ledger.service.reviewWitnesses()
        #expect(told(ledger).count == 3)
    }
}
