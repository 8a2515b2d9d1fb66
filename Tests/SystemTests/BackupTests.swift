// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import Testing

/// Backing a ledger up in service, and making it anew from the backup.
@Suite(.severalUsers) struct BackupTests {
    private static let policy = Policy.venture + "  0:\n    roles: [administrator, reader, witness]\n"

    /// Where the key is once the ledger is gone.
    private static func keepKey(_ daemon: Daemon) throws -> String {
        let kept = daemon.directory.file("kept-key")
        try FileManager.default.copyItem(atPath: daemon.state + "/signing-key", toPath: kept)
        return kept
    }

    private static func restore(_ daemon: Daemon, _ key: String) async throws -> Command.Outcome {
        try await Command([
            Command.daemon, "restore", Daemon.instance, "--from", daemon.directory.file("backups"),
            "--signing-key", key, "--state-directory", daemon.state,
        ]).run()
    }

    private static func backUp(_ daemon: Daemon, _ more: String...) async throws -> Command.Outcome {
        try await daemon.jvctl(["backup", daemon.directory.file("backups")] + more, as: .root)
    }

    private static func files(_ daemon: Daemon) throws -> [String] {
        let backups = daemon.directory.file("backups")
        return try FileManager.default.contentsOfDirectory(atPath: backups).sorted().flatMap { chain in
            try FileManager.default.contentsOfDirectory(atPath: "\(backups)/\(chain)").sorted()
                .map { "\(backups)/\(chain)/\($0)" }
        }
    }

    @Test(
        "A ledger comes back from its backup to the byte, and what was erased since stays erased",
        .timeLimit(.minutes(5))
    )
    func restored() async throws {
        try await Daemon.serve(Self.policy) { daemon in
            let key = try Self.keepKey(daemon)
            try await daemon.record(Venture.founding)
            try await daemon.record([
                entry("person.registered", "person/", ["name": "Zyxwvutsrqp One"]),
                entry("person.registered", "person/", ["name": "Zyxwvutsrqp Two"]),
            ])
            let first = try await Self.backUp(daemon)
            try #require(first.status == 0, "\(first)")
            #expect(first.output.contains("Proved from the copy: 10 entries"), "\(first)")

            let erased = try await daemon.jvctl(
                "erase",
                "P-0001",
                "--basis",
                "UK GDPR Article 17(1)(a)",
                "--approved-by",
                "the DPO",
                as: .root
            )
            try #require(erased.status == 0, "\(erased)")
            try await daemon.record([entry("finding.recorded", "finding/one", ["title": "One"])])
            let second = try await Self.backUp(daemon)
            #expect(second.status == 0 && second.output.contains("2 new entries"), "\(second)")
            let third = try await Self.backUp(daemon)
            #expect(third.status == 0 && third.output.contains("Nothing new"), "\(third)")
            // Two at the same moment: one works or both do, one after the other; neither spoils the other's.
            try await daemon.record([entry("finding.recorded", "finding/both", ["title": "Both"])])
            async let one = Self.backUp(daemon)
            async let other = Self.backUp(daemon)
            let together = try await [one, other]
            #expect(together.contains { $0.status == 0 }, "\(together)")
            #expect(together.allSatisfy { [0, 75].contains($0.status) }, "\(together)")
            #expect(
                try Self.files(daemon).map { $0.suffix(13) } == [
                    "000001.backup", "000002.backup", "000003.backup",
                ]
            )

            let log = try await daemon.jvctl("log", "--json=short", as: .auditor)
            let checkpoint = try await daemon.jvctl("checkpoint", as: .auditor)
            await daemon.stop()
            try #require(try await Self.restore(daemon, key).status == 1, "a ledger is there")
            try FileManager.default.removeItem(atPath: daemon.state)
            let restored = try await Self.restore(daemon, key)
            try #require(restored.status == 0, "\(restored)")
            #expect(restored.output.contains("Restored 13 entries"), "\(restored)")
            #expect(restored.output.contains("Sealed texts: 1 kept, 1 erased again"), "\(restored)")
            try await daemon.start()
            #expect(try await daemon.jvctl("log", "--json=short", as: .auditor).output == log.output)
            #expect(try await daemon.jvctl("checkpoint", as: .auditor).output == checkpoint.output)
            #expect(try await daemon.jvctl("verify", as: .root).status == 0)
            try await daemon.record([entry("finding.recorded", "finding/two", ["title": "Two"])])
            #expect(try await Self.backUp(daemon).status == 0)
        }
    }

    @Test("A backup with a changed byte is not restored, and nothing is added to it", .timeLimit(.minutes(5)))
    func altered() async throws {
        try await Daemon.serve(Self.policy) { daemon in
            let key = try Self.keepKey(daemon)
            try await daemon.record(Venture.founding)
            try #require(try await Self.backUp(daemon).status == 0)
            let path = try #require(try Self.files(daemon).first)
            let sound = try String(contentsOfFile: path, encoding: .utf8)
            await daemon.stop()
            try FileManager.default.removeItem(atPath: daemon.state)
            let damages: [(String, String)] = [
                (
                    sound.replacingOccurrences(of: "partner/provide", with: "partner/provade"),
                    "not those that were signed"
                ),
                (String(sound.dropLast(3)), "last line is missing"),
                (sound.replacingOccurrences(of: "\nE ", with: "\nX "), "is not one of a backup"),
                (sound.replacingOccurrences(of: "\nZ 0 ", with: "\nZ 1 "), "a file is missing"),
            ]
            for (text, words) in damages {
                try text.write(toFile: path, atomically: true, encoding: .utf8)
                let outcome = try await Self.restore(daemon, key)
                #expect(outcome.status == 1 && outcome.errors.contains(words), "\(outcome)")
                #expect(!FileManager.default.fileExists(atPath: daemon.state))
            }
            try sound.write(toFile: path, atomically: true, encoding: .utf8)
            let other = try await Command([
                Command.daemon, "init", "other", "--administrator", "0", "--state-directory",
                daemon.directory.file("other"), "--policy", daemon.policy,
            ]).run()
            try #require(other.status == 0)
            let wrong = try await Self.restore(daemon, daemon.directory.file("other") + "/signing-key")
            #expect(wrong.status == 1 && wrong.errors.contains("not signed by the ledger's key"), "\(wrong)")
            try #require(try await Self.restore(daemon, key).status == 0)
            try await daemon.start()
            try String(sound.dropLast(3)).write(toFile: path, atomically: true, encoding: .utf8)
            let refused = try await Self.backUp(daemon)
            #expect(refused.status == 1 && refused.errors.contains("NOT PROVED"), "\(refused)")
        }
    }

    @Test(
        "A ledger that was set back is not added to its later backup; only administrators back up",
        .timeLimit(.minutes(5))
    )
    func setBack() async throws {
        try await Daemon.serve(Self.policy) { daemon in
            try await daemon.record(Venture.founding)
            await daemon.stop()
            let older = daemon.directory.file("older")
            try FileManager.default.copyItem(atPath: daemon.state, toPath: older)
            try await daemon.start()
            try await daemon.record([entry("finding.recorded", "finding/one", ["title": "One"])])
            try #require(try await Self.backUp(daemon).status == 0)
            let before = try Self.files(daemon)
            await daemon.stop()
            try FileManager.default.removeItem(atPath: daemon.state)
            try FileManager.default.moveItem(atPath: older, toPath: daemon.state)
            try await daemon.start()
            let shorter = try await Self.backUp(daemon)
            #expect(shorter.status == 1 && shorter.errors.contains("set back"), "\(shorter)")
            try await daemon.record([entry("finding.recorded", "finding/two", ["title": "Two"])])
            try await daemon.record([entry("finding.recorded", "finding/three", ["title": "Three"])])
            let forked = try await Self.backUp(daemon)
            #expect(forked.status == 1 && forked.errors.contains("not those that were signed"), "\(forked)")
            #expect(try Self.files(daemon) == before)
            let denied = try await daemon.jvctl("backup", daemon.directory.file("mine"), as: .auditor)
            #expect(denied.status == 4, "\(denied)")
        }
    }

    @Test("Cosignatures are backed up, and the oldest backups make room", .timeLimit(.minutes(5)))
    func retention() async throws {
        try await Daemon.serve(
            WitnessTests.policy.replacingOccurrences(of: "[witness,", with: "[administrator, witness,")
        ) { daemon in
            let key = try Self.keepKey(daemon)
            let options = try await WitnessTests.appoint(daemon)
            try #require(try await daemon.jvctl(["witness", "visit"] + options, as: .own).status == 0)
            try #require(try await Self.backUp(daemon).status == 0)
            let backups = daemon.directory.file("backups")
            let chain = try #require(try FileManager.default.contentsOfDirectory(atPath: backups).first)
            for old in ["20200101T000000Z", "20200201T000000Z"] {
                try FileManager.default.copyItem(atPath: "\(backups)/\(chain)", toPath: "\(backups)/\(old)")
            }
            let kept = try await Self.backUp(daemon, "--keep", "2")
            #expect(kept.status == 0 && kept.output.contains("1 older backup deleted"), "\(kept)")
            let names = try FileManager.default.contentsOfDirectory(atPath: backups).sorted()
            #expect(names == ["20200201T000000Z", chain])
            let witnessed = try await daemon.jvctl("checkpoint", "--witnessed", as: .auditor)
            await daemon.stop()
            try FileManager.default.removeItem(atPath: daemon.state)
            try #require(try await Self.restore(daemon, key).status == 0)
            try await daemon.start()
            #expect(
                try await daemon.jvctl("checkpoint", "--witnessed", as: .auditor).output == witnessed.output
            )
        }
    }
}
