// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import Testing

/// A partner's witness, who alone shows that the operator told two stories.
@Suite struct WitnessTests {
    static let policy = Policy.venture + "  0:\n    roles: [witness, reader]\n"

    /// A venture whose partner Provide has a witness; what goes on the command line for it.
    static func appoint(_ daemon: Daemon) async throws -> [String] {
        try await daemon.record(Venture.founding)
        return try await appoint(daemon, "provide")
    }

    /// A witness of an organisation, ORG-1 with a key of the name ORG.example/w1; what goes on its command line.
    static func appoint(_ daemon: Daemon, _ organisation: String) async throws -> [String] {
        let key = daemon.directory.file("\(organisation).key")
        let made = try await Command([
            Command.control, "witness", "keygen", "\(organisation).example/w1", "--output", key,
            "--json=short",
        ]).run()
        try #require(made.status == 0, "\(made)")
        let publicKey = try #require(try JSON(parsing: Array(made.output.utf8)).object?.text("publicKey"))
        let mode = try FileManager.default.attributesOfItem(atPath: key)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let appointed = try await daemon.jvctl(
            "witness",
            "appoint",
            "\(organisation)-1",
            organisation,
            publicKey,
            as: .office
        )
        try #require(appointed.status == 0, "\(appointed)")
        let log = try await daemon.jvctl("checkpoint", "--public-key")
        let vkey = try daemon.directory.write("log.vkey", log.output)
        return ["--key", key, "--memory", daemon.directory.file("\(organisation).seen"), "--log", vkey]
    }

    private func visit(_ daemon: Daemon, _ options: [String]) async throws -> Command.Outcome {
        try await daemon.jvctl(["witness", "visit"] + options, as: .own)
    }

    @Test("it cosigns what continues, and the export says whose cosignature it carries", .severalUsers)
    func cosigns() async throws {
        try await Daemon.serve(Self.policy) { daemon in
            let options = try await Self.appoint(daemon)
            let first = try await visit(daemon, options)
            #expect(first.status == 0 && first.output.contains("provide-1"), "\(first)")
            try await daemon.record([entry("finding.recorded", "finding/one", ["title": "One"])])
            let unseen = try await daemon.jvctl("proof", "8")
            #expect(!unseen.output.contains("provide.example/w1"))
            let second = try await visit(daemon, options)
            #expect(second.status == 0 && second.output.contains("10 entries"), "\(second)")
            let proof = try await daemon.jvctl("proof", "8", "--witnessed")
            #expect(proof.output.contains("provide.example/w1"), "\(proof)")
            let list = try await daemon.jvctl("witness", "list")
            #expect(list.output.contains("provide-1") && list.output.contains("10"), "\(list)")

            let file = daemon.directory.file("export.jsonl")
            let exported = try await daemon.jvctl("export", file)
            #expect(exported.status == 0, "\(exported)")
            let witness = try #require(list.output.split(separator: " ").last)
            let verdict = try await Command([
                Command.control, "verify", file, "--key", options[5], "--key",
                witness.trimmingCharacters(in: .whitespacesAndNewlines),
            ]).run()
            #expect(verdict.status == 0, "\(verdict)")
            #expect(verdict.output.contains("cosigned by provide.example/w1"), "\(verdict)")
            #expect(!verdict.output.contains("no partner cosigned"), "\(verdict)")
        }
    }

    @Test("the partners' witnesses meet on one checkpoint, and a policy can ask for less", .severalUsers)
    func policies() async throws {
        try await Daemon.serve(Self.policy) { daemon in
            let provide = try await Self.appoint(daemon)
            let council = try await Self.appoint(daemon, "essex-county-council")
            #expect(try await visit(daemon, provide).status == 0)
            let alone = try await daemon.jvctl("checkpoint", "--witnessed")
            #expect(alone.status == 1, "\(alone)")
            let waiting = try await daemon.jvctl("status")
            #expect(waiting.output.contains("missing: organisation/essex-county-council"), "\(waiting)")

            try await daemon.record([entry("finding.recorded", "finding/one", ["title": "One"])])
            #expect(try await visit(daemon, council).status == 0)
            let both = try await daemon.jvctl("checkpoint", "--witnessed")
            #expect(both.lines.dropFirst().first == "10", "\(both)")
            for name in ["provide.example/w1", "essex-county-council.example/w1"] {
                #expect(both.output.contains(name), "\(both)")
            }
            let status = try await daemon.jvctl("status")
            #expect(status.output.contains("Witnessed up to checkpoint 10"), "\(status)")

            let policy = try await daemon.jvctl("witness", "policy")
            #expect(policy.status == 0 && policy.output.contains("quorum each-organisation"), "\(policy)")
            let less =
                policy.lines.filter { $0.hasPrefix("log") || $0.hasPrefix("witness") }
                + ["quorum witness/essex-county-council-1", ""]
            let file = try daemon.directory.write("policy", less.joined(separator: "\n"))
            let set = try await daemon.jvctl("witness", "policy", "set", file, as: .office)
            #expect(set.status == 0, "\(set)")
            #expect(try await daemon.jvctl("witness", "policy").lines == less.dropLast())
            #expect(try await daemon.jvctl("checkpoint", "--witnessed").lines.dropFirst().first == "11")

            let bad = try daemon.directory.write("bad", "quorum none")
            let refused = try await daemon.jvctl("witness", "policy", "set", bad, as: .office)
            #expect(refused.status == 2 && refused.errors.contains("line 1"), "\(refused)")
            let stranger = try daemon.directory.write("stranger", "quorum none\n")
            let other = try await daemon.jvctl("witness", "policy", "set", stranger, as: .office)
            #expect(other.status == 65 && other.errors.contains("public key"), "\(other)")
            let again = try await daemon.jvctl("witness", "policy", "set", "--one-of-each", as: .office)
            #expect(again.status == 0, "\(again)")
            #expect(try await daemon.jvctl("witness", "policy").output == policy.output)
        }
    }

    @Test("visits with one key do not overlap, and a key that is none is not appointed", .severalUsers)
    func oneAtATime() async throws {
        try await Daemon.serve(Self.policy) { daemon in
            let options = try await Self.appoint(daemon)
            let held = try FileHandle(forReadingFrom: URL(filePath: options[1]))
            #expect(flock(held.fileDescriptor, LOCK_EX | LOCK_NB) == 0)
            let second = try await visit(daemon, options)
            #expect(second.status == 75 && second.errors.contains("under way"), "\(second)")
            #expect(!FileManager.default.fileExists(atPath: options[3]))
            // For every process that has got the descriptor meanwhile.
            #expect(flock(held.fileDescriptor, LOCK_UN) == 0)
            #expect(try await visit(daemon, options).status == 0)

            // Its id is not that of the key.
            let fake = "w+0123abcd+B" + String(repeating: "A", count: 43)
            let refused = try await daemon.jvctl("witness", "appoint", "w2", "provide", fake, as: .office)
            #expect(refused.status == 2 && refused.errors.contains("keygen"), "\(refused)")
        }
    }

    @Test("as tiles the ledger is static files, up to what a witness cosigned", .severalUsers)
    func tiles() async throws {
        try await Daemon.serve(Self.policy) { daemon in
            let directory = daemon.directory.file("tiles")
            let export = ["export", "--tiles", directory]
            let unseen = try await daemon.jvctl(export + ["--witnessed"], as: .own)
            #expect(unseen.status == 1 && unseen.errors.contains("no witness"), "\(unseen)")
            let options = try await Self.appoint(daemon)
            #expect(try await visit(daemon, options).status == 0)
            try await daemon.record([entry("finding.recorded", "finding/one", ["title": "One"])])
            let done = try await daemon.jvctl(export + ["--witnessed"], as: .own)
            #expect(done.status == 0 && done.output.contains("9 entries"), "\(done)")
            let names = try FileManager.default.subpathsOfDirectory(atPath: directory)
            #expect(Set(names).isSuperset(of: ["checkpoint", "tile/0/000.p/9", "tile/entries/000.p/9"]))
            let note = try String(contentsOfFile: directory + "/checkpoint", encoding: .utf8)
            #expect(note.contains("provide.example/w1"))
            let again = try await daemon.jvctl(export, as: .own)
            #expect(again.status == 2 && again.errors.contains("exists"), "\(again)")
            let beside = try FileManager.default.contentsOfDirectory(atPath: daemon.directory.path)
            #expect(!beside.contains { $0.hasSuffix(".part") })
        }
    }

    @Test("by files it does the same, and refuses a proof that begins elsewhere", .severalUsers)
    func files() async throws {
        try await Daemon.serve(Self.policy) { daemon in
            let options = try await Self.appoint(daemon)
            let request = daemon.directory.file("request")
            let cosigned = daemon.directory.file("cosigned")
            let cosign = [Command.control, "witness", "cosign", request, cosigned] + options
            #expect(try await daemon.jvctl("witness", "request", request).status == 0)
            let done = try await Command(cosign).run()
            #expect(done.status == 0, "\(done)")
            let submitted = try await daemon.jvctl("witness", "submit", cosigned, as: .office)
            #expect(submitted.status == 0 && submitted.output.contains("provide-1"), "\(submitted)")
            // Again is no error, and adds nothing.
            #expect(try await daemon.jvctl("witness", "submit", cosigned, as: .office).status == 0)

            try await daemon.record([entry("finding.recorded", "finding/one", ["title": "One"])])
            #expect(try await daemon.jvctl("witness", "request", request, "--since", "4").status == 0)
            let elsewhere = try await Command(cosign).run()
            #expect(elsewhere.status == 3 && elsewhere.errors.contains("--since 9"), "\(elsewhere)")
            let reader = try await daemon.jvctl("witness", "submit", cosigned, as: .reader)
            #expect(reader.status == 4, "\(reader)")
            let revoked = try await daemon.jvctl(
                "witness",
                "revoke",
                "provide-1",
                "--reason",
                "lost",
                as: .office
            )
            #expect(revoked.status == 0, "\(revoked)")
            let late = try await daemon.jvctl("witness", "submit", cosigned, as: .office)
            #expect(late.status == 65, "\(late)")
        }
    }

    @Test("two histories under one key are caught on its next visit, and stop the ledger", .severalUsers)
    func fork() async throws {
        try await Daemon.serve(Self.policy) { daemon in
            let options = try await Self.appoint(daemon)
            #expect(await daemon.stop() == 0)
            let copy = daemon.directory.file("copy")
            #expect(try await Command(["cp", "-a", daemon.state, copy]).run().status == 0)
            try await daemon.start()
            try await daemon.record([
                entry("finding.recorded", "finding/one", ["title": "One"]),
                entry("finding.recorded", "finding/two", ["title": "Two"]),
            ])
            #expect(try await visit(daemon, options).status == 0)
            #expect(await daemon.stop() == 0)

            #expect(try await Command(["rm", "-rf", daemon.state]).run().status == 0)
            #expect(try await Command(["cp", "-a", copy, daemon.state]).run().status == 0)
            try await daemon.start()
            let back = try await visit(daemon, options)
            #expect(back.status == 1 && back.errors.contains("set back"), "\(back)")
            try await daemon.record([
                entry("finding.recorded", "finding/other", ["title": "Another story"]),
                entry("finding.recorded", "finding/two", ["title": "Two"]),
                entry("finding.recorded", "finding/three", ["title": "Three"]),
            ])
            let forked = try await visit(daemon, options)
            #expect(forked.status == 1 && forked.errors.contains("another story"), "\(forked)")

            let shown = try await daemon.jvctl("witness", "submit", options[3], as: .office)
            #expect(shown.status == 1 && shown.errors.contains("another history"), "\(shown)")
            #expect(try await daemon.ask("status").text("state") == "readOnly")

            // Nothing on the disk is wrong, so checking it lifts no mark; whoever knows what happened does.
            await daemon.stop()
            #expect(try await daemon.startInVain().status == 78)
            let checked = try await daemon.fsck()
            #expect(checked.status == 65 && checked.errors.contains("another history"), "\(checked)")
            #expect(try await daemon.startInVain().status == 78)
            #expect(try await daemon.fsck("--forget-other-history").status == 0)
            try await daemon.start()
        }
    }
}
