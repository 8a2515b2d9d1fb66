// SPDX-License-Identifier: Apache-2.0
import Foundation
import LedgerStore
import Testing

/// What a crash leaves behind is a database and a log: a log that was cut short is in order, a damaged one is not.
@Suite(.timeLimit(.minutes(5)))
struct WriteAheadLogTests {
    private static let commits = 8

    /// The files of a ledger as they are at a crash after some commits of one entry.
    private func crashed() throws -> TemporaryDirectory {
        let live = try TemporaryDirectory()
        let store = try live.create()
        for position in 0..<UInt64(Self.commits) { try store.append(Draft.run(1, from: position)) }
        let dead = try TemporaryDirectory()
        for name in ["ledger.sqlite", "ledger.sqlite-wal"] {
            try FileManager.default.copyItem(atPath: "\(live.path)/\(name)", toPath: "\(dead.path)/\(name)")
        }
        return dead
    }

    private func change(_ place: TemporaryDirectory, _ body: (inout Data) throws -> Void) throws {
        let url = URL(fileURLWithPath: place.database + "-wal")
        var data = try Data(contentsOf: url)
        try body(&data)
        try data.write(to: url)
    }

    @Test func aCrashLosesNothing() throws {
        let place = try crashed()
        #expect(try place.open().head.size == UInt64(Self.commits))
    }

    @Test(arguments: 0..<20)
    func aLogThatWasCutShortIsInOrder(seed: Int) throws {
        var generator = SplitMix64(seed: seed)
        let place = try crashed()
        try change(place) { data in data = data.prefix(Int.random(in: 4096...data.count, using: &generator)) }
        do { #expect(try place.open().head.size <= UInt64(Self.commits)) } catch let failure as OpeningFailure
        {
            // Cut before the tables were made: then there is no ledger yet.
            guard case .missing = failure else { throw failure }
        }
    }

    @Test(arguments: 0..<40)
    func damageToAcknowledgedCommitsIsFound(seed: Int) throws {
        var generator = SplitMix64(seed: seed)
        let place = try crashed()
        try change(place) { data in
            let place = Int.random(in: 32..<data.count / 2, using: &generator)
            data[place] ^= 1 << UInt8.random(in: 0...7, using: &generator)
        }
        for isInspecting in [false, true] {
            do {
                _ =
                    isInspecting
                    ? try SQLiteEventStore(inspecting: place.path)
                    : try SQLiteEventStore(directory: place.path)
                Issue.record("it was opened")
            } catch {
                guard case .store(.damaged(nil, let reason)) = error else {
                    Issue.record("\(error)")
                    continue
                }
                #expect(reason.contains("write-ahead log"))
            }
        }
    }
}
