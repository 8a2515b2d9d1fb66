// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import Testing

/// A byte that is changed behind the daemon's back.
@Suite struct TamperTests {
    private static let phrase = "an unmistakable finding"

    /// Records a venture and the entry that will be damaged; returns its position.
    private func record(_ daemon: Daemon) async throws -> Int64 {
        try await daemon.record(Venture.founding)
        let receipts = try await daemon.record([
            entry("finding.recorded", "finding/before", ["title": "One"]),
            entry("finding.recorded", "finding/damaged", ["title": .string(Self.phrase)]),
            entry("finding.recorded", "finding/after", ["title": "Three"]),
        ])
        return try #require(receipts[1]["position"]?.integer)
    }

    /// Changes one bit of the phrase in a file, or changes it back.
    private func flip(_ path: String) throws {
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        let phrase = Array(Self.phrase.utf8.dropFirst())
        let places = bytes.indices.filter { bytes[$0...].starts(with: phrase) }
        try #require(places.count == 1, "the phrase is there \(places.count) times")
        let place = places[0] - 1
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        try file.seek(toOffset: UInt64(place))
        try file.write(contentsOf: Data([bytes[place] ^ 1]))
        try file.close()
    }

    /// What a ledger does once damage was found at a position.
    private func expectReadOnly(_ daemon: Daemon, _ position: Int64) async throws {
        let status = try await daemon.ask("status")
        #expect(status.text("state") == "readOnly")
        #expect(status.text("reason")?.contains("entry \(position)") == true, "\(status)")
        let refused = try await daemon.jvctl(
            "record",
            "finding.recorded",
            "finding/",
            "title=Four",
            as: .office
        )
        #expect(refused.status == 1)
        #expect(refused.errors.contains("Read-only"), "\(refused)")
        let read = try await daemon.jvctl("log", "--type", "finding")
        #expect(read.status == 0 && read.output.contains("finding/after"), "\(read)")
        #expect(daemon.logText.contains("Damage found at entry \(position)"), "\(daemon.logText)")
    }

    @Test("in the database file it is found, named, and kept from spreading", .timeLimit(.minutes(2)))
    func databaseFile() async throws {
        try await Daemon.serve { daemon in
            let position = try await record(daemon)
            // Ending it moves everything from the write-ahead log into the file.
            #expect(await daemon.stop() == 0)
            try await daemon.start()
            let sound = try await daemon.jvctl("verify")
            #expect(sound.status == 0 && sound.output.hasPrefix("VERIFIED"), "\(sound)")

            let file = daemon.state + "/ledger.sqlite"
            try flip(file)
            let damaged = try await daemon.jvctl("verify")
            #expect(damaged.status == 1, "\(damaged)")
            #expect(damaged.output.hasPrefix("NOT VERIFIED  entry \(position):"), "\(damaged)")
            try await expectReadOnly(daemon, position)
            #expect(await daemon.stop() == 0)

            let start = try await daemon.startInVain()
            #expect(start.status == 78, "\(start)")
            #expect(start.errors.contains("at entry \(position)"), "\(start)")
            #expect(start.errors.contains("jvledgerd fsck \(Daemon.instance)"), "\(start)")
            let check = try await daemon.fsck()
            #expect(check.status == 65, "\(check)")
            #expect(check.errors.contains("entry \(position)"), "\(check)")

            // With the good byte back the mark still stands, until fsck has looked.
            try flip(file)
            #expect(try await daemon.startInVain().status == 78)
            let mended = try await daemon.fsck()
            #expect(mended.status == 0 && mended.output.contains("may be started"), "\(mended)")
            try await daemon.start()
            #expect(try await daemon.jvctl("verify").status == 0)
            try await daemon.record([entry("finding.recorded", "finding/", ["title": "Four"])])
        }
    }

    @Test("in the write-ahead log it is found too", .timeLimit(.minutes(2)))
    func writeAheadLog() async throws {
        try await Daemon.serve { daemon in
            let position = try await record(daemon)
            #expect(try await daemon.jvctl("verify").status == 0)
            try flip(daemon.state + "/ledger.sqlite-wal")
            let damaged = try await daemon.jvctl("verify")
            #expect(damaged.status == 1, "\(damaged)")
            #expect(damaged.output.hasPrefix("NOT VERIFIED  entry \(position):"), "\(damaged)")
            try await expectReadOnly(daemon, position)
            // A loss of power now, and SQLite drops the log from there on: sound, and too short.
            await daemon.kill()
            #expect(try await daemon.startInVain().status == 78)
            let check = try await daemon.fsck()
            #expect(check.status == 65, "\(check)")
            #expect(check.errors.contains("entry \(position)"), "\(check)")
            #expect(try await daemon.startInVain().status == 78)
        }
    }

    @Test("while the daemon is stopped it is found at the start", .timeLimit(.minutes(2)))
    func whileStopped() async throws {
        try await Daemon.serve { daemon in
            let position = try await record(daemon)
            #expect(await daemon.stop() == 0)
            try flip(daemon.state + "/ledger.sqlite")
            for _ in 0..<2 {
                let start = try await daemon.startInVain()
                #expect(start.status == 78)
                #expect(start.errors.contains("at entry \(position)"), "\(start)")
                #expect(start.errors.contains("jvledgerd fsck"), "\(start)")
            }
            #expect(try await daemon.fsck().status == 65)
            try flip(daemon.state + "/ledger.sqlite")
            #expect(try await daemon.fsck().status == 0)
            try await daemon.start()
        }
    }
}
