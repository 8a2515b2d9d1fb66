// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import Ledger
import LedgerStore
import Synchronization
import Testing
import TransparencyLog

@testable import LedgerService

@Suite("A ledger that starts from a snapshot", .timeLimit(.minutes(5)))
struct SnapshotTests {
    private static let pace = SelfCheckPace(bytesPerSecond: 1 << 30, minutesBetweenPasses: 7)

    private static func files(of ledger: TestLedger) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: ledger.directory + "/snapshots").sorted()
    }

    private static func folder(_ ledger: TestLedger, version: String = "1") -> SnapshotFolder {
        SnapshotFolder(path: ledger.directory + "/snapshots", version: version, interval: 8)
    }

    /// A ledger with so many organisations, of which a snapshot is written every eight entries and at the end.
    private static func ledger(organisations: Int) async throws -> TestLedger {
        let ledger = try TestLedger(snapshots: 8)
        for number in 0..<organisations {
            _ = try await ledger.record([TestLedger.organisation("o\(number)")])
        }
        await ledger.service.finish()
        ledger.service.keepSnapshot()
        return ledger
    }

    /// Retracts that the fourth organisation was registered.
    private static func retract(_ service: LedgerService, as caller: Caller) async throws {
        let retraction: JSON = [
            "type": "entry.retracted", "subject": "organisation/o3",
            "data": ["entry": 4, "explanation": "there is no such organisation"],
        ]
        let draft = try Draft(try #require(retraction.object))
        _ = try await service.record([draft], by: caller, isDry: false).get()
    }

    /// Starts the ledger again over the same store, and says how many entries were read before it served.
    private static func restarted(
        _ ledger: TestLedger,
        _ folder: SnapshotFolder?,
        onEvent: @escaping @Sendable (LedgerEvent) -> Void = { _ in }
    ) throws -> LedgerService {
        let name = try #require(KeyName("example/jv"))
        return try LedgerService(
            instance: "test",
            store: ledger.store,
            signer: SignerKey(name: name, algorithm: .ed25519, seed: [UInt8](repeating: 7, count: 32)),
            policy: AccessPolicy(),
            snapshots: folder,
            clock: { ledger.time.withLock { $0 } },
            onEvent: onEvent
        )
    }

    @Test("Has the state that follows from all entries, and says that it has not read them")
    func resumes() async throws {
        let ledger = try await Self.ledger(organisations: 19)
        #expect(try Self.files(of: ledger).last == "8.snapshot")
        #expect(try Self.files(of: ledger).contains("20.snapshot"))
        let folder = Self.folder(ledger)
        let service = try Self.restarted(ledger, folder)
        #expect(service.snapshotTurns?.current?.header.size == 20)
        #expect(service.published.state == ledger.service.published.state)
        #expect(service.verified == nil)
        #expect(folder.newest == 20)
        // The same without a snapshot.
        let whole = try Self.restarted(ledger, nil)
        #expect(whole.published.state == service.published.state)
        #expect(whole.verified?.size == 20)
    }

    @Test("Goes on recording, writes the next snapshot from the last one, and starts again from that")
    func goesOn() async throws {
        let ledger = try await Self.ledger(organisations: 19)
        for round in 0..<5 {
            let service = try Self.restarted(ledger, Self.folder(ledger))
            for number in 0..<9 {
                let draft = try Draft(try #require(TestLedger.organisation("r\(round)-\(number)").object))
                _ = try await service.record([draft], by: ledger.office, isDry: false).get()
            }
            await service.finish()
            service.keepSnapshot()
            #expect(service.snapshots?.newest == UInt64(20 + 9 * (round + 1)))
        }
        let service = try Self.restarted(ledger, Self.folder(ledger))
        let whole = try Self.restarted(ledger, nil)
        #expect(service.snapshotTurns?.current?.header.size == 65)
        #expect(service.published.state == whole.published.state)
        #expect(service.published.state.size == 65)
    }

    @Test("Reads all entries when one after the snapshot corrects an earlier one")
    func correction() async throws {
        let ledger = try TestLedger(snapshots: 8)
        for number in 0..<9 { _ = try await ledger.record([TestLedger.organisation("o\(number)")]) }
        await ledger.service.finish()
        ledger.service.keepSnapshot()
        let service = try Self.restarted(ledger, nil)
        try await Self.retract(service, as: ledger.office)
        let again = try Self.restarted(ledger, Self.folder(ledger))
        #expect(again.verified != nil)
        #expect(again.verified?.size == 11)
        #expect(again.published.state == service.published.state)
        // And then has a snapshot again, for the start after that.
        await again.finish()
        again.keepSnapshot()
        let third = try Self.restarted(ledger, Self.folder(ledger))
        #expect(third.snapshotTurns?.current?.header.size == 11)
        #expect(third.published.state == service.published.state)
    }

    @Test("A correction in service makes a new snapshot at once, which is of the corrected history")
    func correctionInService() async throws {
        let ledger = try await Self.ledger(organisations: 15)
        let service = try Self.restarted(ledger, Self.folder(ledger))
        try await Self.retract(service, as: ledger.office)
        await service.finish()
        service.keepSnapshot()
        let again = try Self.restarted(ledger, Self.folder(ledger))
        #expect(again.snapshotTurns?.current?.header.size == 17)
        #expect(again.published.state == (try Self.restarted(ledger, nil)).published.state)
        #expect(again.published.state.amendment(of: 4) != nil)
    }

    @Test("One that was begun before a correction is of no use to the next start, and another follows")
    func correctionWhileWriting() async throws {
        let ledger = try await Self.ledger(organisations: 15)
        let folder = Self.folder(ledger)
        #expect(folder.begins(at: 16, after: 8))
        folder.noteCorrection(size: 17)
        try folder.write(ledger.service.published.state, root: ledger.store.head.tree.root)
        #expect(folder.newest == 0)
        // Nor is it for having been of use to a question about the past.
        #expect(try folder.resumed(upTo: 16, in: ledger.store) != nil)
        #expect(folder.newest == 0)
        #expect(folder.begins(at: 17, after: 8))
    }

    @Test("Goes on from the snapshot that was written, with what was recorded meanwhile")
    func replaced() async throws {
        let ledger = try TestLedger(snapshots: 8)
        for number in 0..<40 { _ = try await ledger.record([TestLedger.organisation("o\(number)")]) }
        await ledger.service.finish()
        ledger.service.keepSnapshot()
        // What was written last in turn, and the writer's step after it.
        await withCheckedContinuation { done in ledger.service.afterWork { done.resume() } }
        let current = try #require(ledger.service.snapshotTurns?.current?.header.size)
        #expect(current >= 8)
        #expect(ledger.service.published.state == (try Self.restarted(ledger, nil)).published.state)
    }

    @Test("Deletes what is of more entries than there are, and what a crash left")
    func stale() async throws {
        let ledger = try await Self.ledger(organisations: 15)
        let folder = ledger.directory + "/snapshots/"
        for name in ["1000.snapshot", "2000.snapshot", "unfinished", "unnamed"] {
            try FileManager.default.copyItem(atPath: folder + "16.snapshot", toPath: folder + name)
        }
        let service = try Self.restarted(ledger, Self.folder(ledger))
        #expect(service.snapshotTurns?.current?.header.size == 16)
        let stale: Set = ["1000.snapshot", "2000.snapshot", "unfinished", "unnamed"]
        #expect(try Self.files(of: ledger).filter { stale.contains($0) } == [])
    }

    @Test("Takes none that another version wrote, and deletes it")
    func otherVersion() async throws {
        let ledger = try await Self.ledger(organisations: 9)
        let service = try Self.restarted(ledger, Self.folder(ledger, version: "2"))
        #expect(service.verified != nil)
        #expect(service.published.state == ledger.service.published.state)
        // The new version has written its own.
        await service.finish()
        service.keepSnapshot()
        #expect(try Self.restarted(ledger, Self.folder(ledger)).verified != nil)
    }

    @Test("Takes none that is damaged anywhere, and starts all the same", arguments: 0..<48)
    func damaged(seed: Int) async throws {
        let ledger = try await Self.ledger(organisations: 7)
        let path = ledger.directory + "/snapshots/8.snapshot"
        var bytes = try Data(contentsOf: URL(filePath: path))
        // In the header as far as it says anything, and behind it.
        let place =
            seed.isMultiple(of: 2) ? seed * 5 : SnapshotHeader.length + (seed * 7919) % (bytes.count - 4096)
        if seed.isMultiple(of: 3) { bytes = bytes.prefix(place) } else { bytes[place] ^= 0x10 }
        // Another file of that name: the ledger in service still has the first one.
        try bytes.write(to: URL(filePath: path), options: .atomic)
        let service = try Self.restarted(ledger, Self.folder(ledger))
        #expect(service.verified != nil)
        #expect(service.published.state == ledger.service.published.state)
        await service.finish()
        service.keepSnapshot()
    }

    @Test("Takes none of another ledger")
    func otherLedger() async throws {
        let ledger = try await Self.ledger(organisations: 7)
        let other = try TestLedger(snapshots: 8)
        for number in 0..<8 { _ = try await other.record([TestLedger.organisation("p\(number)")]) }
        await other.service.finish()
        other.service.keepSnapshot()
        for file in try Self.files(of: other) {
            try? FileManager.default.removeItem(atPath: ledger.directory + "/snapshots/" + file)
            try FileManager.default.copyItem(
                atPath: other.directory + "/snapshots/" + file,
                toPath: ledger.directory + "/snapshots/" + file
            )
        }
        let service = try Self.restarted(ledger, Self.folder(ledger))
        #expect(service.verified != nil)
        #expect(service.published.state == ledger.service.published.state)
        await service.finish()
        service.keepSnapshot()
    }

    @Test("Finds in the background that the snapshot is what follows from the entries")
    func checked() async throws {
        let ledger = try await Self.ledger(organisations: 99)
        let checked = Mutex<[UInt64]>([])
        let service = try Self.restarted(ledger, Self.folder(ledger)) { event in
            if case .snapshotChecked(let size) = event { checked.withLock { $0.append(size) } }
        }
        let rests = Mutex(0)
        await service.checkItself(Self.pace) { duration in
            guard duration == Self.pace.betweenPasses else { return }
            let count = rests.withLock { rests in
                rests += 1
                return rests
            }
            if count == 2 { throw CancellationError() }
        }
        #expect(checked.withLock { $0 } == [100])
        #expect(service.verified?.size == 100)
        #expect(!(try Self.files(of: ledger)).contains("unnamed"))
    }

    @Test("Ends and forgets its snapshots when one is not what follows from the entries")
    func wrong() async throws {
        let ledger = try await Self.ledger(organisations: 9)
        let folder = Self.folder(ledger)
        var state = ledger.service.published.state
        // As if one organisation had been registered as another.
        let first = try #require(try ledger.store.entry(at: 1)).checked()
        state.apply(try #require(try ledger.store.entry(at: 2)).checked(), try Catalogue.event(of: first))
        let head = try ledger.store.head
        try folder.write(state, root: head.tree.root)
        let failures = Mutex<[StoreFailure]>([])
        let service = try Self.restarted(ledger, folder) { event in
            if case .failed(let failure) = event { failures.withLock { $0.append(failure) } }
        }
        #expect(service.snapshotTurns?.current?.header.size == state.size)
        await service.checkItself(Self.pace) {
            if $0 == Self.pace.betweenPasses { throw CancellationError() }
        }
        #expect(failures.withLock { $0.count } == 1)
        #expect(try Self.files(of: ledger).isEmpty)
        let again = try Self.restarted(ledger, folder)
        #expect(again.published.state == ledger.service.published.state)
        await again.finish()
        again.keepSnapshot()
    }

    @Test("Ends and forgets its snapshots when the one in use is written to")
    func writtenTo() async throws {
        let ledger = try await Self.ledger(organisations: 15)
        let path = ledger.directory + "/snapshots/16.snapshot"
        let failures = Mutex<[StoreFailure]>([])
        let service = try Self.restarted(ledger, Self.folder(ledger)) { event in
            if case .failed(let failure) = event { failures.withLock { $0.append(failure) } }
        }
        let handle = try #require(FileHandle(forUpdatingAtPath: path))
        try handle.seek(toOffset: UInt64(SnapshotHeader.length) + 40)
        try handle.write(contentsOf: Data([0xFF]))
        try handle.close()
        await service.checkItself(Self.pace) {
            if $0 == Self.pace.betweenPasses { throw CancellationError() }
        }
        #expect(failures.withLock { $0.count } == 1)
        #expect(try Self.files(of: ledger).isEmpty)
        let again = try Self.restarted(ledger, Self.folder(ledger))
        #expect(again.published.state.size == 16)
        #expect(again.verified != nil)
        await again.finish()
        again.keepSnapshot()
    }

    @Test("Records on when no snapshot can be written, and says so")
    func unwritable() async throws {
        let ledger = try TestLedger(snapshots: 8)
        try Data().write(to: URL(filePath: ledger.directory + "/snapshots"))
        for number in 0..<9 { _ = try await ledger.record([TestLedger.organisation("o\(number)")]) }
        await ledger.service.finish()
        ledger.service.keepSnapshot()
        let failures = ledger.events.withLock { events in
            events.filter { if case .snapshotNotWritten = $0 { true } else { false } }
        }
        // With the eighth entry and at the end, and not with every commit.
        #expect(failures.count == 2)
        #expect(ledger.service.published.head.size == 10)
    }

    @Test("Knows what was known at any time, from the snapshot before it")
    func known() async throws {
        let ledger = try await Self.ledger(organisations: 40)
        let service = try Self.restarted(ledger, Self.folder(ledger))
        let replays = Replays(ledger.store, service.alarm, service.snapshots)
        let texts = Texts(ledger.store, DisclosureCache(), ledger.office, service.alarm)
        for position in stride(from: UInt64(0), to: 41, by: 5) {
            var question = Question()
            question.known = .through(position)
            let view = try await replays.view(
                question,
                of: service.published,
                now: ledger.time.withLock { $0 },
                texts: texts
            )
            let folded = try State.replayed { body throws(StoreFailure) in
                try ledger.store.forEachEntry(from: 0, below: position + 1, decodedBy: CheckedEntry.init) {
                    body($0.typed)
                }
            }
            #expect(view.state == folded, "known at \(position)")
        }
    }

    @Test("Keeps the two newest and the first of every doubling", arguments: 0..<20)
    func dispensable(seed: Int) {
        var kept: [UInt64] = []
        for step in 1...UInt64(200 + seed * 40) {
            kept.append(step * 8 + UInt64(seed))
            let dispensable = Set(SnapshotFolder.dispensable(kept))
            kept.removeAll { dispensable.contains($0) }
            #expect(kept.last == step * 8 + UInt64(seed))
            #expect(kept.reduce(0, +) <= 5 * (kept.last ?? 0))
        }
        #expect(kept.count >= 7)
        for (size, next) in zip(kept, kept.dropFirst()) { #expect(next <= 4 * size) }
    }
}
