// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import Testing

/// Programs that read HTML and share no code with us.
private enum Browsers {
    static let script = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures/history.py").path

    static var haveParser: Bool {
        get async { (try? await Command(["python3", "-c", "import html5lib"]).run())?.status == 0 }
    }

    static var haveChromium: Bool {
        get async { (try? await Command(["chromium", "--version"]).run())?.status == 0 }
    }

    /// What the parser finds, a fact a line.
    static func read(_ arguments: String...) async throws -> [String] {
        let outcome = try await Command(["python3", script] + arguments).run()
        try #require(outcome.status == 0, "\(outcome)")
        return outcome.lines
    }
}

/// The decision history that a person reads, as the daemon's answers make it.
@Suite(.severalUsers, .enabled("python3 with html5lib") { await Browsers.haveParser })
struct HistoryPageTests {
    private static let hostile = "</td><script>alert(1)</script> \"quoted\" & '<b>' {{title}} {{{page}}}"
    private static let name = "Beatrix Unmistakable"

    private func export(_ daemon: Daemon, _ file: String, _ arguments: String..., as user: User = .own)
        async throws
        -> JSONObject
    {
        let words = ["export", "--format", "html", "--force", "--output", file, "--json=short"]
        let outcome = try await daemon.jvctl(words + arguments, as: user)
        try #require(outcome.status == 0, "\(outcome)")
        return try #require(JSON(parsing: outcome.output).object)
    }

    /// A ledger with the worked example, hostile titles, a restricted title and a person whose name is sealed.
    private func serve(_ body: (Daemon) async throws -> Void) async throws {
        try await Daemon.serve { daemon in
            let imported = try await daemon.jvctl("import", "--example", as: .office)
            try #require(imported.status == 0, "\(imported)")
            let text = JSON.string(Self.hostile)
            try await daemon.record([
                entry(
                    "proposal.tabled",
                    "decision/D-0900",
                    ["title": text, "question": text],
                    occurred: "2019-05-02"
                ),
                entry(
                    "option.added",
                    "decision/D-0900",
                    ["option": 1, "title": text],
                    occurred: "2019-05-02"
                ),
                entry(
                    "proposal.tabled",
                    "decision/D-0901",
                    ["title": "Kept back"],
                    ["classification": "restricted"]
                ),
                entry(
                    "person.registered",
                    "person/",
                    ["name": .string(Self.name), "label": "Director", "organisation": "provide"]
                ),
            ])
            try await body(daemon)
        }
    }

    @Test(
        "an independent parser finds nothing wrong, and the register and consents of the ledger",
        .timeLimit(.minutes(5))
    )
    func parsed() async throws {
        try await serve { daemon in
            let file = daemon.directory.file("history.html")
            let said = try await export(daemon, file)
            let found = try await Browsers.read(file)
            let register = try await daemon.call("io.jvledger.Decisions.List").objects("decisions")
            #expect(said["decisions"] == .integer(Int64(register.count)) && said["leftOut"] == 0)
            #expect(found.count { $0.hasPrefix("register ") } == register.count)
            for row in register {
                let key = try #require(row.text("key"))
                let title = row.text("title") ?? "[withheld]"
                #expect(found.contains { $0.hasPrefix("register \(key) | \(title) | ") }, "\(key): \(found)")
                #expect(found.contains("part decision-\(key) | \(key) \(title)"), "\(key)")
                let reply = try await daemon.call("io.jvledger.Decisions.Get", ["key": .string(key)])
                let consents = try #require(reply["decision"]?.object).objects("consents")
                #expect(found.count { $0.hasPrefix("consent decision-\(key) | ") } == consents.count)
                for consent in consents {
                    let mode = consent.text("stance").flatMap { stance in
                        consent.text("mode").map { "\(stance), \($0)" }
                    }
                    let words = " | \(mode ?? "no answer")"
                    #expect(
                        found.contains { $0.hasPrefix("consent decision-\(key)") && $0.hasSuffix(words) },
                        "\(words)"
                    )
                }
            }
            #expect(found.contains("part decision-D-0900 | D-0900 \(Self.hostile)"))
            #expect(
                found.contains { $0.contains("between Aug and Sep 2019") || $0.contains("late summer 2019") }
            )
            for section in ["register", "decisions", "posts", "sealed", "verification"] {
                #expect(found.contains("section \(section)"), "\(section)")
            }
            #expect(found.contains { $0.hasPrefix("notice No partner has cosigned") })

            let checkpoint = try await daemon.jvctl("checkpoint")
            let root = try #require(checkpoint.lines.dropFirst(2).first)
            #expect(found.contains("code \(root)"), "\(checkpoint)")
        }
    }

    @Test(
        "a reader's page has no text that is not for that reader, and erased is not withheld",
        .timeLimit(.minutes(5))
    )
    func sealed() async throws {
        try await serve { daemon in
            func page(_ user: User) async throws -> (text: String, found: [String]) {
                let outcome = try await daemon.jvctl("export", "--format", "html", as: user)
                try #require(outcome.status == 0, "\(outcome)")
                return (
                    outcome.output,
                    try await Browsers.read(daemon.directory.write("page.html", outcome.output))
                )
            }
            let reader = try await page(.reader)
            #expect(!reader.text.contains("Kept back"))
            #expect(reader.found.contains { $0.hasPrefix("register D-0901 | [withheld] | ") })
            #expect(reader.text.contains("only their digests are proven"))
            let auditor = try await page(.auditor)
            #expect(auditor.found.contains { $0.hasPrefix("register D-0901 | Kept back | ") })

            let erased = try await daemon.call(
                "io.jvledger.Admin.Erase",
                [
                    "person": "P-0900", "basis": "UK GDPR Article 17(1)(a)",
                    "approvedBy": "Data Protection Officer",
                ],
                as: .root
            )
            #expect(erased.objects("erased").count == 1, "\(erased)")
            let after = try await page(.auditor)
            #expect(!after.text.contains("Beatrix") && after.text.contains("UK GDPR Article 17(1)(a)"))
            #expect(after.text.contains("1 was erased, 0 are withheld"))
        }
    }

    @Test("it is as of the asked time, of the asked decision, and never half a file", .timeLimit(.minutes(5)))
    func asked() async throws {
        try await serve { daemon in
            let file = daemon.directory.file("one.html")
            let one = try await export(
                daemon,
                file,
                "--subject",
                "decision/D-0003",
                "--valid-at",
                "2019-12-31"
            )
            let register = try await daemon.call("io.jvledger.Decisions.List", ["validAt": "2019-12-31"])
            let count = register.objects("decisions").count
            #expect(one["decisions"] == 1 && one["leftOut"] == .integer(Int64(count - 1)))
            let found = try await Browsers.read(file)
            #expect(found.filter { $0.hasPrefix("part decision-") }.count == 1)
            #expect(!found.contains("section posts"))

            let early = try await export(daemon, file, "--known-at", "@9")
            #expect(early["decisions"] == 0)
            #expect(try await Browsers.read(file).contains("section verification"))

            for wrong in [
                ["--type", "decision"], ["--range", "0-1"], ["--partner", "provide"],
                ["--subject", "post/x"],
                ["--table", "posts"], ["--survey", "SV-0001"],
            ] {
                let refused = try await daemon.jvctl(["export", "--format", "html"] + wrong)
                #expect(refused.status == 2, "\(wrong): \(refused)")
            }
            let there = try daemon.directory.write("there.html", "kept")
            for wrong in [["-o", there], ["-o", there, "--force", "--subject", "decision/D-9999"]] {
                let refused = try await daemon.jvctl(["export", "--format", "html"] + wrong)
                #expect(refused.status != 0, "\(refused)")
                #expect(try String(contentsOfFile: there, encoding: .utf8) == "kept")
            }
            let left = try FileManager.default.contentsOfDirectory(atPath: daemon.directory.path)
            #expect(!left.contains { $0.hasSuffix(".part") })
        }
    }

    @Test(
        "a partner's cosignature is named, and with it the word that none is there goes",
        .timeLimit(.minutes(5))
    )
    func cosigned() async throws {
        try await Daemon.serve(WitnessTests.policy) { daemon in
            let options = try await WitnessTests.appoint(daemon)
            let visit = try await daemon.jvctl(["witness", "visit"] + options)
            try #require(visit.status == 0, "\(visit)")
            let file = daemon.directory.file("history.html")
            _ = try await export(daemon, file)
            let found = try await Browsers.read(file)
            #expect(found.contains("code provide.example/w1"), "\(found)")
            #expect(!found.contains { $0.hasPrefix("notice No partner has cosigned") })
        }
    }

    @Test(
        "Chromium shows the page that the parser read, and prints each decision on a sheet of its own",
        .enabled("chromium") { await Browsers.haveChromium },
        .timeLimit(.minutes(5))
    )
    func shown() async throws {
        try await serve { daemon in
            let file = daemon.directory.file("history.html")
            let said = try await export(daemon, file)
            let decisions = try #require(said["decisions"]?.integer)
            let browser = [
                "chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                "--user-data-dir=\(daemon.directory.file("profile"))",
            ]
            let shown = try await Command(browser + ["--dump-dom", "file://\(file)"]).run()
            try #require(shown.status == 0, "\(shown)")
            let dumped = try daemon.directory.write("shown.html", shown.output)
            #expect(try await Browsers.read(dumped, "lenient") == Browsers.read(file))

            let print = daemon.directory.file("history.pdf")
            let printed = try await Command(
                browser + ["--no-pdf-header-footer", "--print-to-pdf=\(print)", "file://\(file)"]
            ).run()
            try #require(printed.status == 0, "\(printed)")
            let bytes = String(decoding: try Data(contentsOf: URL(filePath: print)), as: UTF8.self)
            #expect(bytes.hasPrefix("%PDF-"))
            let sheets = bytes.matches(of: /\/Type \/Page\b(?!s)/).count
            #expect(sheets > decisions, "\(sheets)")
        }
    }
}
