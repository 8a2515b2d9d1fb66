// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import Testing
import Varlink

/// Erasure on a real daemon: by the command line, and in every byte of what it keeps.
@Suite(.severalUsers, .timeLimit(.minutes(10))) struct ErasureTests {
    /// How large the ledger is of which people are erased; `JVLEDGER_ERASURE=100000` for the full size.
    private static let entries =
        ProcessInfo.processInfo.environment["JVLEDGER_ERASURE"].flatMap { Int($0) } ?? 20_000
    /// One in two hundred entries is about somebody who is erased.
    private static let erasures = entries / 200
    /// How many entries go into one call.
    private static let callEntries = 5_000

    private static func person(_ number: Int) -> String {
        "P-" + String(repeating: "0", count: max(0, 4 - "\(number)".count)) + "\(number)"
    }

    /// Fills a ledger: in every hundred entries one person, with a name, and things that concern nobody.
    private static func fill(_ daemon: Daemon) async throws {
        try await daemon.record(Venture.founding)
        let client = try await daemon.client(as: .office)
        var number = 0
        for start in stride(from: 0, to: entries, by: callEntries) {
            let calls = (start..<min(start + callEntries, entries)).map { index -> JSON in
                guard index.isMultiple(of: 100) else {
                    return entry("finding.recorded", "finding/", ["title": .string("Finding \(index)")])
                }
                number += 1
                return entry("person.registered", "person/", ["name": .string(NameSearch.name(number))])
            }
            _ = try await client.call("io.jvledger.Ledger.Record", JSONObject([("entries", .array(calls))]))
        }
        await client.close()
    }

    private static func erase(_ person: String, _ client: VarlinkClient) async throws {
        let reply = try await client.call(
            "io.jvledger.Admin.Erase",
            JSONObject([
                ("person", .string(person)), ("basis", "UK GDPR Article 17(1)(a)"),
                ("approvedBy", "Data Protection Officer"),
            ])
        )
        #expect(reply["erased"]?.array?.count == 1 && reply["scrubbed"] == true, "\(person)")
    }

    @Test("the names of the erased are in no byte of a large ledger, nor of a backup, and it verifies")
    func largeLedger() async throws {
        try await Daemon.serve { daemon in
            try await Self.fill(daemon)
            let people = Self.entries / 100
            let all = Set((1...people).map(NameSearch.name))
            #expect(try NameSearch.names(in: daemon.state) == all)
            let root = try await daemon.client(as: .root)
            // Every second person, in an order that is none.
            let erased = Set((0..<Self.erasures).map { ($0 * 7_919) % Self.erasures * 2 + 1 })
            #expect(erased.count == Self.erasures)
            for number in erased { try await Self.erase(Self.person(number), root) }
            await root.close()
            let kept = all.subtracting(erased.map(NameSearch.name))
            #expect(try NameSearch.names(in: daemon.state) == kept)
            #expect(!daemon.logText.contains(NameSearch.mark))

            // A backup with SQLite's own means, while the daemon runs.
            let backup = daemon.directory.file("backup")
            try FileManager.default.createDirectory(atPath: backup, withIntermediateDirectories: false)
            let copied = try await Command([
                "python3", "-c",
                "import sqlite3, sys; sqlite3.connect(sys.argv[1]).backup(sqlite3.connect(sys.argv[2]))",
                try #require(Self.database(in: daemon.state)), "\(backup)/ledger.sqlite",
            ]).run()
            try #require(copied.status == 0, "\(copied)")
            #expect(try NameSearch.names(in: backup) == kept)

            let verified = try await daemon.jvctl("verify")
            #expect(verified.status == 0, "\(verified)")
            let export = daemon.directory.file("export.jsonl")
            let key = try await daemon.jvctl("checkpoint", "--public-key")
            let vkey = try daemon.directory.write("key", key.output)
            #expect(try await daemon.jvctl("export", export).status == 0)
            let checked = try await daemon.jvctl("verify", export, "--key", vkey)
            #expect(checked.status == 0, "\(checked)")
            await daemon.kill()
            try await daemon.start()
            #expect(try NameSearch.names(in: daemon.state) == kept)
            #expect(await daemon.stop() == 0)
            #expect(try await daemon.fsck().status == 0)
            #expect(try NameSearch.names(in: daemon.state) == kept)
        }
    }

    private static func database(in directory: String) throws -> String? {
        try FileManager.default.subpathsOfDirectory(atPath: directory)
            .first { $0.hasSuffix("ledger.sqlite") }.map { "\(directory)/\($0)" }
    }

    @Test("a person is disclosed, held, released and erased by the command line")
    func commandLine() async throws {
        try await Daemon.serve { daemon in
            try await daemon.record(Venture.founding)
            let added = try await daemon.jvctl(
                "person",
                "add",
                "--name",
                "Beatrix Unmistakable",
                "--label",
                "Director",
                "--organisation",
                "provide",
                as: .office
            )
            try #require(added.status == 0, "\(added)")
            let erasing = ["erase", "P-0001", "--basis", "Article 17", "--approved-by", "DPO"]

            let disclosed = try await daemon.jvctl("disclose", "P-0001", as: .auditor)
            #expect(
                disclosed.status == 0 && disclosed.output.contains("Beatrix Unmistakable"),
                "\(disclosed)"
            )
            #expect(disclosed.output.contains("1 entry concerns them; 1 sealed text shown."), "\(disclosed)")
            let file = daemon.directory.file("P-0001.jsonl")
            let written = try await daemon.jvctl("disclose", "P-0001", "--output", file, "--json=short")
            #expect(written.status == 0, "\(written)")
            let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
            #expect(lines.count == 3)
            for line in lines { #expect(try JSON(parsing: String(line)).object != nil) }
            #expect(try await daemon.jvctl("disclose", "P-0001", "--output", file).status == 2)
            #expect(try await daemon.jvctl("disclose", "P-0009").status == 1)

            let placed = try await daemon.jvctl(
                "hold",
                "place",
                "P-0001",
                "--reason",
                "an inquiry",
                as: .provide
            )
            #expect(placed.status == 0, "\(placed)")
            #expect(try await daemon.jvctl("hold", "list").output.contains("an inquiry"))
            let refused = try await daemon.jvctl(erasing, as: .root)
            #expect(
                refused.status == 65 && refused.errors.contains("jvctl hold release P-0001"),
                "\(refused)"
            )
            let released = try await daemon.jvctl(
                "hold",
                "release",
                "P-0001",
                "--reason",
                "over",
                as: .provide
            )
            #expect(released.status == 0, "\(released)")

            for user in [User.office, .auditor, .reader] {
                #expect(try await daemon.jvctl(erasing, as: user).status == 4)
            }
            let dry = try await daemon.jvctl(erasing + ["--dry-run"], as: .root)
            #expect(dry.status == 0 && dry.output.hasPrefix("Would erase 1 sealed text of P-0001"), "\(dry)")
            #expect(try await daemon.jvctl("log", "8").output.contains("Beatrix"))
            let erased = try await daemon.jvctl(erasing, as: .root)
            #expect(
                erased.status == 0 && erased.output.hasPrefix("Erased 1 sealed text of P-0001"),
                "\(erased)"
            )

            let logged = try await daemon.jvctl("log", "8")
            #expect(logged.output.contains("name (entry 11 says by what right)"), "\(logged)")
            #expect(try await daemon.jvctl("log").output.contains("Director [erased: name]"))
            #expect(
                try await daemon.jvctl("person", "list", as: .office).output.contains("Director (erased)")
            )
            #expect(try await daemon.jvctl("audit", "erasures").output.contains("Article 17"))
            let after = try await daemon.jvctl("disclose", "P-0001", as: .auditor)
            #expect(!after.output.contains("Beatrix"))
            #expect(after.output.contains("Article 17; decided by: DPO"), "\(after)")
            #expect(!daemon.logText.contains("Beatrix"))
        }
    }

    @Test("what looks like an NHS number is warned of when it is recorded, and not when it is sealed")
    func healthNumber() async throws {
        try await Daemon.serve { daemon in
            try await daemon.record(Venture.founding)
            let finding = ["record", "finding.recorded", "finding/", "title=Seen: 943 476 5919"]
            let warned = try await daemon.jvctl(finding, as: .office)
            #expect(warned.status == 0 && warned.output.contains("rule 102"), "\(warned)")
            let sealed = try await daemon.jvctl(finding + ["--seal", "title"], as: .office)
            #expect(sealed.status == 0 && !sealed.output.contains("102"), "\(sealed)")
            let other = try await daemon.jvctl(
                "record",
                "finding.recorded",
                "finding/",
                "title=Seen: 943 476 5918",
                as: .office
            )
            #expect(other.status == 0 && !other.output.contains("102"), "\(other)")
        }
    }
}
