// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import Testing

/// Personal data and restricted texts: never in an entry's bytes, shown to whom they may be.
@Suite(.severalUsers) struct SealedTests {
    private static let name = "Beatrix Unmistakable"
    private static let secret = "a settlement nobody should read"

    private func record(_ daemon: Daemon) async throws {
        try await daemon.record(Venture.founding)
        try await daemon.record([
            entry(
                "person.registered",
                "person/",
                ["name": .string(Self.name), "label": "Director", "organisation": "provide"]
            ),
            entry(
                "finding.recorded",
                "finding/",
                ["title": .string(Self.secret)],
                occurred: nil,
                ["classification": "restricted"]
            ),
        ])
    }

    private func read(_ position: Int64, of daemon: Daemon, as user: User) async throws -> JSONObject {
        let reply = try await daemon.call(
            "io.jvledger.Ledger.Get",
            ["position": .integer(position)],
            as: user
        )
        return try #require(reply["entry"]?.object)
    }

    @Test("a person's name is in no exported byte, and a reader is shown it", .timeLimit(.minutes(5)))
    func name() async throws {
        try await Daemon.serve { daemon in
            try await record(daemon)
            let export = daemon.directory.file("export.jsonl")
            let written = try await daemon.jvctl("export", export, "--decisions-csv")
            #expect(written.status == 0, "\(written)")
            for suffix in ["", ".checkpoint", ".hashes", ".decisions.csv"] {
                let text = try String(contentsOfFile: export + suffix, encoding: .utf8)
                #expect(!text.contains("Beatrix") && !text.contains("Unmistakable"), "\(suffix)")
                #expect(!text.contains(Self.secret), "\(suffix)")
            }
            let toOutput = try await daemon.jvctl("export", "-")
            #expect(toOutput.lines.count == 10 && !toOutput.output.contains("Beatrix"))

            let shown = try await read(8, of: daemon, as: .reader)
            #expect(shown["disclosed"] == ["name": .string(Self.name)])
            #expect(shown["withheld"] == nil)
            #expect(shown.text("text")?.contains("Beatrix") == false)
            #expect(!daemon.logText.contains("Beatrix") && !daemon.logText.contains(Self.secret))
        }
    }

    @Test("a restricted text is withheld but from auditors", .timeLimit(.minutes(5)))
    func restricted() async throws {
        try await Daemon.serve { daemon in
            try await record(daemon)
            for user in [User.reader, .office, .provide, .root] {
                let shown = try await read(9, of: daemon, as: user)
                #expect(shown["withheld"] == ["title"], "\(user)")
                #expect(shown["disclosed"] == nil, "\(user)")
                let logged = try await daemon.jvctl("log", "9", as: user)
                #expect(logged.status == 0 && !logged.output.contains(Self.secret), "\(user): \(logged)")
            }
            let shown = try await read(9, of: daemon, as: .auditor)
            #expect(shown["disclosed"] == ["title": .string(Self.secret)])
            #expect(shown["withheld"] == nil)
            // The bytes are the same for all, and sealed text still proves itself to whoever holds it.
            let withheld = try await read(9, of: daemon, as: .reader)
            #expect(shown.text("text") == withheld.text("text"))
            #expect(shown.text("text")?.contains(Self.secret) == false)
        }
    }
}
