// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import Testing

/// Audit packs of a real daemon, taken to where there is none: both verifiers, and the page that says how to do without.
@Suite(.severalUsers, .timeLimit(.minutes(10))) struct PackTests {
    private static let python = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Verifier/jvledger_verify.py").path

    /// A venture with two witnesses, sealed texts for everyone, for one partner and for few, and somebody erased.
    private func serve(_ body: (Daemon, Auditor) async throws -> Void) async throws {
        try await Daemon.serve(Policy.venture + "  0:\n    roles: [witness, reader, auditor]\n") { daemon in
            let provide = try await WitnessTests.appoint(daemon)
            try await daemon.record([
                entry("person.registered", "person/", ["name": "Ann Unmistakable", "label": "Chair"]),
                entry("person.registered", "person/", ["name": "Bob Unmistakable"]),
                entry(
                    "finding.recorded",
                    "finding/p",
                    ["title": "For one"],
                    ["classification": "partner:provide"]
                ),
                entry(
                    "finding.recorded",
                    "finding/r",
                    ["title": "For few"],
                    ["classification": "restricted"]
                ),
                entry(
                    "proposal.tabled",
                    "decision/",
                    ["title": "Extend the post"],
                    occurred: "2019",
                    ["sources": [["evidence": "REF"]]]
                ),
                entry("raid.raised", "raid/", ["kind": "risk", "title": "Cost", "decision": "D-0001"]),
            ])
            let erased = try await daemon.jvctl(
                "erase",
                "P-0002",
                "--basis",
                "UK GDPR Article 17(1)(a)",
                "--approved-by",
                "Data Protection Officer",
                as: .root
            )
            try #require(erased.status == 0, "\(erased)")
            let visited = try await daemon.jvctl(["witness", "visit"] + provide, as: .own)
            try #require(visited.status == 0, "\(visited)")
            let key = try await daemon.jvctl("checkpoint", "--public-key").output
            let witnesses = try await daemon.jvctl("witness", "list", "--json=short")
            let list = try JSON(parsing: witnesses.output).object?.objects("witnesses") ?? []
            let vkey = try #require(list.first?.text("publicKey"))
            try await body(
                daemon,
                Auditor(daemon: daemon, key: key.trimmingCharacters(in: .newlines), witness: vkey)
            )
        }
    }

    /// Who asks for packs, and verifies them.
    private struct Auditor {
        let daemon: Daemon
        let key: String
        let witness: String

        /// Writes a pack as a recorder who may read all, and gives its path and what was said.
        func pack(_ name: String, _ arguments: String...) async throws -> (path: String, said: JSONObject) {
            let path = daemon.directory.file(name)
            let outcome = try await daemon.jvctl(
                ["export", "--pack", path, "--json=short"] + arguments,
                as: .root
            )
            try #require(outcome.status == 0, "\(outcome)")
            return (path, try #require(try JSON(parsing: outcome.output).object))
        }

        /// What the verifiers say, which must be the same, and 0 or what is expected.
        func verify(_ path: String, _ arguments: String..., status: Int32 = 0) async throws -> JSONObject {
            let options = [path, "--key", key, "--key", witness] + arguments
            let ours = try await Command([Command.control, "verify", "--json=short"] + options).run()
            let theirs = try await Command(["python3", PackTests.python, "--json"] + options).run()
            #expect(ours.status == status && theirs.status == status, "\(ours)\(theirs)")
            let answers = try [ours, theirs].map { try JSON(parsing: $0.output).object ?? JSONObject() }
            for name in [
                "verified", "complete", "recorded", "size", "root", "scope", "filter", "entries", "leftOut",
                "sealed",
                "cosignedBy", "since", "previous", "entry", "receiver", "origin",
            ] {
                #expect(answers[0][name] == answers[1][name], "\(name)")
            }
            return answers[0]
        }

        /// A file of a pack, as tar gives it.
        func file(_ path: String, in pack: String) async throws -> String {
            let outcome = try await Command(["tar", "-xOf", pack, path]).run()
            try #require(outcome.status == 0, "\(path): \(outcome)")
            return outcome.output
        }
    }

    @Test("a whole pack says what each receiver may see, and both verifiers agree")
    func whole() async throws {
        try await serve { daemon, auditor in
            let (path, said) = try await auditor.pack("whole.tar", "--receiver", "provide", "--witnessed")
            let found = try await auditor.verify(path)
            #expect(found["complete"] == true && found["recorded"] == true)
            #expect(found["size"] == said["size"] && found["entry"] == said["entry"])
            #expect(found["cosignedBy"] == ["provide.example/w1"])
            // Ann's name; what is for few is not for Provide, and what is for Provide an auditor does not read; Bob's
            // name is erased.
            #expect(
                found["sealed"] == ["intact": 1, "erased": 1, "withheld": 2, "missing": 0, "altered": 0],
                "\(found)"
            )
            let manifest = try #require(
                try JSON(parsing: await auditor.file("manifest.json", in: path)).object
            )
            #expect(manifest["withheld"] == ["notForReceiver": 1, "notReadable": 1])
            #expect(manifest.text("leftOutFiles")?.contains("withheld from the receiver") == true)
            let bytes = try Data(contentsOf: URL(filePath: path))
            for secret in ["For few", "For one", "Bob"] { #expect(bytes.range(of: Data(secret.utf8)) == nil) }

            let (all, _) = try await auditor.pack("all.tar", "--receiver", "audit", "--disclose", "all")
            let names = try await Command(["tar", "-tf", all]).run().lines
            #expect(names.contains("history.html") && names.contains("tables/decisions.csv"))
            let page = try await auditor.file("history.html", in: all)
            #expect(page.contains("Extend the post"))
            #expect(try await auditor.verify(all)["sealed"]?.object?["intact"] == 2)
            let (none, _) = try await auditor.pack("none.tar", "--receiver", "audit", "--disclose", "none")
            let withheld = try await auditor.verify(none, "--since", self.older(all, daemon))
            #expect(withheld["sealed"]?.object?["withheld"] == 3)
            #expect(withheld["previous"] != nil && withheld["since"] == withheld["previous"])
        }
    }

    /// The checkpoint of a pack, beside it.
    private func older(_ pack: String, _ daemon: Daemon) async throws -> String {
        let checkpoint = try await Command(["tar", "-xOf", pack, "checkpoint"]).run().output
        return try daemon.directory.write("older.checkpoint", checkpoint)
    }

    @Test("parts have their entries with proofs, and are never complete")
    func parts() async throws {
        try await serve { daemon, auditor in
            let parts: [([String], Int64)] = [
                (["--range", "2-5"], 4), (["--decision", "D-0001"], 2), (["--person", "P-0002"], 2),
            ]
            for (filter, count) in parts {
                let path = daemon.directory.file("part.tar")
                let written = try await daemon.jvctl(
                    ["export", "--pack", path, "--force", "--receiver", "audit"] + filter,
                    as: .root
                )
                #expect(written.status == 0, "\(written)")
                let found = try await auditor.verify(path)
                #expect(
                    found["complete"] == false && found["entries"] == .integer(count),
                    "\(filter): \(found)"
                )
                let proofs = try await Command(["tar", "-tf", path]).run().lines
                    .filter { $0.hasSuffix(".tlog-proof") && $0.hasPrefix("entries/") }
                #expect(Int64(proofs.count) == count)
            }
            let (partner, said) = try await auditor.pack(
                "p.tar",
                "--receiver",
                "provide",
                "--partner",
                "provide"
            )
            #expect(try await auditor.verify(partner)["entries"] == said["entries"])
            let before = try await daemon.ask("status")["size"]
            for filter in [
                ["--decision", "D-0099"], ["--range", "999"], ["--range", "2", "--person", "P-0001"],
            ] {
                let path = daemon.directory.file("none.tar")
                let refused = try await daemon.jvctl(
                    ["export", "--pack", path, "--receiver", "audit"] + filter,
                    as: .root
                )
                #expect([64, 65].contains(refused.status) || refused.status == 2, "\(refused)")
                #expect(!FileManager.default.fileExists(atPath: path))
            }
            #expect(try await daemon.ask("status")["size"] == before)
        }
    }

    @Test("the page in a pack is enough to check it by hand, and finds what is wrong")
    func byHand() async throws {
        try await serve { daemon, auditor in
            let (whole, _) = try await auditor.pack("whole.tar", "--receiver", "audit", "--witnessed")
            let (part, _) = try await auditor.pack("part.tar", "--receiver", "audit", "--decision", "D-0001")
            let page = try await auditor.file("VERIFY.txt", in: whole)
            let typed = page.split(separator: "\n").filter { $0.hasPrefix("    ") }.joined(separator: "\n")
            let script = try daemon.directory.write("typed", typed)
            func check(_ pack: String, witness: Bool) async throws -> Command.Outcome {
                var command = Command(["bash", "-eu", script])
                command.environment = ["PACK": pack, "KEY": auditor.key, "TMPDIR": daemon.directory.path]
                if witness { command.environment["WITNESS"] = auditor.witness }
                return try await command.run()
            }
            let sound = try await check(whole, witness: true)
            #expect(sound.status == 0, "\(sound)")
            for words in ["entries are there, as they were signed", "cosigned it on", "records this pack"] {
                #expect(sound.output.contains(words), "\(sound)")
            }
            #expect(sound.output.contains("Ann Unmistakable"))
            let proven = try await check(part, witness: false)
            #expect(proven.status == 0 && proven.output.contains("2 entries are proven"), "\(proven)")
            for (pack, place) in [
                (whole, "Extend the post"), (part, "Extend the post"), (whole, "\"receiver\": \"audit\""),
            ] {
                var bytes = [UInt8](try Data(contentsOf: URL(filePath: pack)))
                let mark = Array(place.utf8)
                let index = try #require(bytes.indices.last { bytes[$0...].starts(with: mark) })
                bytes[index + 2] ^= 1
                let path = daemon.directory.file("altered.tar")
                try Data(bytes).write(to: URL(filePath: path))
                let found = try await check(path, witness: false)
                #expect(found.status == 1 && found.output.contains("NOT VERIFIED"), "\(found)")
                _ = try await auditor.verify(path, status: 1)
            }
        }
    }

    @Test("a ledger that takes no entries gives a pack that says so, and nobody calls it verified")
    func unrecorded() async throws {
        try await serve { daemon, auditor in
            // Another story of the same key makes the ledger read-only.
            #expect(await daemon.stop() == 0)
            let copy = daemon.directory.file("copy")
            #expect(try await Command(["cp", "-a", daemon.state, copy]).run().status == 0)
            try await daemon.start()
            try await daemon.record([entry("finding.recorded", "finding/x", ["title": "One"])])
            let note = try daemon.directory.write("note", try await daemon.jvctl("checkpoint").output)
            #expect(await daemon.stop() == 0)
            #expect(try await Command(["rm", "-rf", daemon.state]).run().status == 0)
            #expect(try await Command(["cp", "-a", copy, daemon.state]).run().status == 0)
            try await daemon.start()
            try await daemon.record([entry("finding.recorded", "finding/y", ["title": "Another"])])
            _ = try await daemon.jvctl("witness", "submit", note, as: .office)
            try #require(try await daemon.ask("status").text("state") == "readOnly")

            let (path, said) = try await auditor.pack("late.tar", "--receiver", "audit")
            #expect(said["entry"] == nil && said["unrecorded"] != nil)
            let options = [path, "--key", auditor.key]
            for program in [[Command.control, "verify"], ["python3", Self.python]] {
                let verdict = try await Command(program + options).run()
                #expect(verdict.status == 3 && verdict.errors.contains("Cannot tell"), "\(verdict)")
            }
            #expect(try await auditor.verify(path, "--unrecorded")["recorded"] == false)
            // Whoever saw the other story sees that this is not its continuation.
            let other = try await auditor.verify(path, "--unrecorded", "--since", note, status: 1)
            #expect(other.text("fault")?.contains("history was rewritten") == true, "\(other)")
        }
    }
}
