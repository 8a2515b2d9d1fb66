// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing

@testable import Ledger

@Suite("A state as bytes")
struct SnapshotTests {
    @Test("Goes on from any snapshot as if it had never been one", arguments: 0..<60)
    func resumes(seed: Int) throws {
        let random = try RandomHistory(seed: 5_000 + seed, commands: RandomHistorySize.commands)
        let entries = random.history.entries
        for (size, then) in random.states {
            let bytes = try MemorySink.bytes(of: then)
            let resumed = try State(snapshot: FrozenBytes(copying: bytes))
            let isSame = resumed == then
            #expect(isSame, "after \(size) entries")
            var fold = Fold(resuming: resumed)
            for entry in entries[size...] { fold.add(entry) }
            let goesOn = fold.state == random.history.state
            #expect(goesOn, "from \(size) entries on")
            let isSameAgain =
                try MemorySink.bytes(of: fold.state) == MemorySink.bytes(of: random.history.state)
            #expect(isSameAgain, "the bytes after \(size) entries and those after them")
        }
    }

    @Test("Is judged by the rules, entry by entry, as the one in memory", arguments: 0..<20)
    func decides(seed: Int) throws {
        let random = try RandomHistory(seed: 6_000 + seed, commands: RandomHistorySize.commands)
        let entries = random.history.entries
        let size = entries.count / 2
        var memory = Fold()
        for entry in entries[..<size] { memory.add(entry) }
        var state = try State(snapshot: FrozenBytes(copying: MemorySink.bytes(of: memory.state)))
        for entry in entries[size...] {
            let accepted = try state.decide(entry)
            state.apply(accepted.entry, accepted.event)
        }
        let isSame = state == random.history.state
        #expect(isSame)
    }

    @Test("Gives every fact that the one in memory gives", arguments: 0..<20)
    func facts(seed: Int) throws {
        let random = try RandomHistory(seed: 7_000 + seed, commands: RandomHistorySize.commands)
        let state = random.history.state
        let resumed = try State(snapshot: FrozenBytes(copying: MemorySink.bytes(of: state)))
        for instant in ["2016", "2019-06", "2030"] {
            let instant = try endOf(instant)
            #expect(World(resumed, at: instant).facts == World(state, at: instant).facts)
        }
    }

    @Test("Of a history with retractions is the same bytes as when it is replayed", arguments: 0..<20)
    func corrected(seed: Int) throws {
        let random = try RandomHistory(seed: 8_000 + seed, commands: RandomHistorySize.commands)
        var entries = random.history.entries
        var state = random.history.state
        var generator = SplitMix64(seed: seed)
        var accepted = 0
        for _ in 0..<20 {
            let target = entries[Int.random(in: entries.indices, using: &generator)]
            let entry = try random.history.entry(
                "entry.retracted",
                target.subject,
                ["entry": .integer(Int64(target.position)), "explanation": "it did not happen"]
            )
            // Of one history, each is the next entry.
            let retraction = try Entry(
                position: state.size,
                id: "retraction-\(state.size)",
                origin: entry.origin,
                type: entry.type,
                subject: entry.subject,
                recorded: entry.recorded,
                streamVersion: state.version(of: entry.subject) + 1,
                recorder: entry.recorder,
                data: entry.data
            )
            guard
                case .success(let outcome) = state.correcting([retraction], { body in entries.forEach(body) })
            else { continue }
            state = outcome.state
            entries += outcome.accepted.map(\.entry)
            accepted += 1
        }
        let replayed = State.replayed { body in for entry in entries { body(TypedEntry(entry)) } }
        let isSame = try MemorySink.bytes(of: state) == MemorySink.bytes(of: replayed)
        #expect(isSame, "after \(accepted) retractions")
    }

    @Test("Is the same bytes however it came to be, in order or through snapshots")
    func isCanonical() throws {
        let state = try MidEssex.whole.get().state
        let bytes = try MemorySink.bytes(of: state)
        let resumed = try State(snapshot: FrozenBytes(copying: bytes))
        #expect(try MemorySink.bytes(of: resumed) == bytes)
        #expect(bytes.count > 10_000)
    }

    @Test("The bytes of the example are those of this version: raise State.snapshotVersion when they change")
    func version() throws {
        let bytes = try MemorySink.bytes(of: MidEssex.whole.get().state)
        // FNV-1a, 64 bits.
        let hash = bytes.reduce(UInt64(0xcbf2_9ce4_8422_2325)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        #expect(State.snapshotVersion == 1)
        #expect(hash == 3_542_776_501_589_101_883)
    }

    @Test("One that is cut short or ends in nonsense is refused, and never read beyond its end")
    func damaged() throws {
        let bytes = try MemorySink.bytes(of: History().state)
        #expect(throws: Never.self) { try State(snapshot: FrozenBytes(copying: bytes)) }
        for length in 0..<bytes.count {
            #expect(throws: SnapshotFailure.self) {
                try State(snapshot: FrozenBytes(copying: Array(bytes[..<length])))
            }
        }
        #expect(throws: SnapshotFailure.self) { try State(snapshot: FrozenBytes(copying: bytes + bytes)) }
    }

    @Test("What cannot be written is said")
    func unwritable() throws {
        #expect(throws: SnapshotFailure.inaccessible("full")) {
            try History().state.writeSnapshot(to: FullSink())
        }
    }
}

/// A snapshot that is only in memory.
final class MemorySink: SnapshotSink {
    private(set) var bytes: [UInt8] = []

    func write(_ bytes: [UInt8]) { self.bytes += bytes }

    static func bytes(of state: State) throws -> [UInt8] {
        let sink = MemorySink()
        try state.writeSnapshot(to: sink)
        return sink.bytes
    }
}

private final class FullSink: SnapshotSink {
    func write(_ bytes: [UInt8]) throws(SnapshotFailure) { throw .inaccessible("full") }
}
