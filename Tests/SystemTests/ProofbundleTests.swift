// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import Testing

/// The command line of the package `proofbundle` of the Python package index.
private enum Proofbundle {
    static let interpreter = ProcessInfo.processInfo.environment["JVLEDGER_TEST_PYTHON"] ?? "python3"

    /// The program beside the modules that the interpreter finds; nil if it is not installed.
    static let program: String? = {
        let paths = ProcessInfo.processInfo.environment["PYTHONPATH"] ?? ""
        return paths.split(separator: ":").map { "\($0)/bin/proofbundle" }
            .first { FileManager.default.fileExists(atPath: $0) }
    }()
}

/// What we give out is what a verifier takes that others wrote, and that demands a quorum of two partners.
@Suite(.enabled(if: Proofbundle.program != nil, "a python3 that has proofbundle"), .severalUsers)
struct ProofbundleTests {
    @Test(
        "a receipt that two partners witnessed verifies; one witness short or with another leaf it does not"
    )
    func verifies() async throws {
        try await Daemon.serve(WitnessTests.policy) { daemon in
            let program = try #require(Proofbundle.program)
            let provide = try await WitnessTests.appoint(daemon)
            let council = try await WitnessTests.appoint(daemon, "essex-county-council")
            let recorded = try await daemon.record([
                entry("finding.recorded", "finding/one", ["title": "One"])
            ])
            let position = try #require(recorded.first?["position"]?.integer)
            for options in [provide, council] {
                let visited = try await daemon.jvctl(["witness", "visit"] + options, as: .own)
                try #require(visited.status == 0, "\(visited)")
                try await daemon.record([
                    entry("finding.recorded", "finding/", ["title": "Between the visits"])
                ])
            }
            // The council's witness has cosigned a later checkpoint too, and alone.
            #expect(try await daemon.jvctl(["witness", "visit"] + council, as: .own).status == 0)

            let export = daemon.directory.file("export.jsonl")
            #expect(try await daemon.jvctl("export", export).status == 0)
            let lines = try String(contentsOfFile: export, encoding: .utf8).split(separator: "\n")
            let leaf = try daemon.directory.write("leaf", String(lines[Int(position)]))
            let other = try daemon.directory.write("other", String(lines[Int(position) - 1]))
            let key = try await daemon.jvctl("checkpoint", "--public-key").output
                .trimmingCharacters(in: .newlines)
            let witnesses = try await daemon.ask("witness", "list").objects("witnesses")
                .compactMap { $0.text("publicKey") }
            try #require(witnesses.count == 2)

            func proof(_ name: String, _ options: String...) async throws -> String {
                let made = try await daemon.jvctl(["proof", "\(position)"] + options, as: .own)
                try #require(made.status == 0, "\(made)")
                return try daemon.directory.write(name, made.output)
            }
            func verify(_ proof: String, leaf: String) async throws -> Command.Outcome {
                let keys = witnesses.flatMap { ["--witness-vkey", $0] }
                return try await Command(
                    [Proofbundle.interpreter, program, "verify-proof", "--log-vkey", key]
                        + [
                            "--expected-origin", String(key.prefix { $0 != "+" }), "--threshold", "2",
                            "--payload-file", leaf,
                        ]
                        + keys + [proof]
                ).run()
            }

            let witnessed = try await proof("witnessed.tlog-proof", "--witnessed")
            let good = try await verify(witnessed, leaf: leaf)
            #expect(good.status == 0 && good.output.contains("2 valid of 2"), "\(good)")
            let wrong = try await verify(witnessed, leaf: other)
            #expect(wrong.status == 1, "\(wrong)")
            let short = try await verify(try await proof("latest.tlog-proof"), leaf: leaf)
            #expect(short.status == 1 && short.output.contains("1 valid of 2"), "\(short)")
        }
    }
}
