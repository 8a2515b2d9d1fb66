// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import Testing

/// Programs that read our formats and share no code with us.
private enum Readers {
    static let script = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures/interchange.py").path

    static var areThere: Bool {
        get async {
            let python = try? await Command(["python3", "-c", "import networkx, cloudevents, markdown_it"])
                .run()
            let dot = try? await Command(["dot", "-V"]).run()
            return python?.status == 0 && dot?.status == 0
        }
    }

    /// What a reader finds, a fact a line.
    static func read(_ arguments: String...) async throws -> [String] {
        let outcome = try await Command(["python3", script] + arguments).run()
        try #require(outcome.status == 0, "\(outcome)")
        return outcome.lines
    }
}

/// The worked example's exports, opened with the tools that they are for.
@Suite(.enabled("python3 with networkx, cloudevents and markdown-it, and dot") { await Readers.areThere })
struct InterchangeTests {
    /// Texts that try to be more than texts in every format there is.
    private static let hostile =
        "=HYPERLINK(\"x\")\n# Heading\n- Status: accepted\n\n---\n<b>&amp;</b> `code` [link](x) \"quoted\" \\N | *bold*"

    private func exported(_ daemon: Daemon, _ arguments: String...) async throws -> JSONObject {
        let outcome = try await daemon.jvctl(["export", "--format"] + arguments + ["--json=short"])
        try #require(outcome.status == 0, "\(arguments): \(outcome)")
        return try #require(JSON(parsing: outcome.output).object)
    }

    private func example(_ body: (Daemon) async throws -> Void) async throws {
        try await Daemon.serve { daemon in
            let imported = try await daemon.jvctl("import", "--example", as: .office)
            try #require(imported.status == 0, "\(imported)")
            try await body(daemon)
        }
    }

    @Test("entries are CloudEvents, in their exact bytes, all or those asked for", .timeLimit(.minutes(5)))
    func cloudEvents() async throws {
        try await example { daemon in
            let whole = daemon.directory.file("whole.jsonl")
            #expect(try await daemon.jvctl("export", whole).status == 0)
            let lines = daemon.directory.file("entries.jsonl")
            let batch = daemon.directory.file("entries.json")
            let size = try #require(try await daemon.call("io.jvledger.Admin.GetStatus")["size"]?.integer)
            let said = try await exported(daemon, "jsonl", "--output", lines)
            #expect(said["entries"] == .integer(size) && said["leftOut"] == 0)
            #expect(FileManager.default.contentsEqual(atPath: whole, andPath: lines))
            _ = try await exported(daemon, "cloudevents", "--output", batch)
            #expect(try await Readers.read("cloudevents", lines, batch).first == "events \(size)")

            for (index, filter) in [
                ["--type", "decision"], ["--subject", "decision/D-0003"], ["--range", "3-9"],
                ["--partner", "provide"], ["--known-at", "@9"], ["--known-at", "2019-06-01"],
            ].enumerated() {
                let some = daemon.directory.file("\(index).jsonl")
                let array = daemon.directory.file("\(index).json")
                let part = try await daemon.jvctl(
                    ["export", "--format", "jsonl", "--output", some, "--json=short"] + filter
                )
                let counts = try #require(JSON(parsing: part.output).object)
                let written = try #require(counts["entries"]?.integer)
                let held = filter == ["--known-at", "@9"] ? 10 : filter.last == "2019-06-01" ? 0 : size
                #expect(try #require(counts["leftOut"]?.integer) + written == held, "\(filter)")
                #expect(written < size && (written > 0 || held == 0), "\(filter)")
                let text = try String(contentsOfFile: whole, encoding: .utf8)
                for line in try String(contentsOfFile: some, encoding: .utf8).split(separator: "\n") {
                    #expect(text.contains(line))
                }
                let same = try await daemon.jvctl(
                    ["export", "--format", "cloudevents", "--output", array] + filter
                )
                #expect(same.status == 0, "\(same)")
                #expect(try await Readers.read("cloudevents", some, array).first == "events \(written)")
            }
        }
    }

    @Test(
        "to standard output go the bytes alone, and what was left out is said beside",
        .timeLimit(.minutes(5))
    )
    func standardOutput() async throws {
        try await example { daemon in
            let part = try await daemon.jvctl("export", "--format", "jsonl", "--range", "0-1")
            #expect(part.status == 0 && part.lines.count == 2, "\(part)")
            #expect(part.errors.hasPrefix("2 entries; "), "\(part)")
            let wrong = [
                ["--format", "jsonl", "--valid-at", "2019"], ["--format", "csv"], ["--format", "madr"],
                ["--format", "dot", "--type", "decision"], ["--format", "csv", "--table", "nothing"],
                ["--format", "csv", "--table", "posts", "--subject", "post/x"], ["--output", "x"],
                ["--format", "csv", "--table", "list", "--output", "x"],
                ["--format", "jsonl", "x.jsonl"], ["--format", "jsonl", "--survey", "SV-0001"],
            ]
            for arguments in wrong {
                let refused = try await daemon.jvctl(["export"] + arguments)
                #expect(refused.status == 2, "\(arguments): \(refused)")
            }
            let there = try daemon.directory.write("there.jsonl", "kept")
            #expect(try await daemon.jvctl("export", "--format", "jsonl", "-o", there).status == 2)
            #expect(try String(contentsOfFile: there, encoding: .utf8) == "kept")
            #expect(try await daemon.jvctl("export", "--format", "jsonl", "-o", there, "--force").status == 0)
            let left = try FileManager.default.contentsOfDirectory(atPath: daemon.directory.path)
            #expect(!left.contains { $0.hasSuffix(".part") })
        }
    }

    @Test("every table is one that the csv module reads, and no text is a formula", .timeLimit(.minutes(5)))
    func tables() async throws {
        try await example { daemon in
            try await daemon.record([
                entry("proposal.tabled", "decision/D-0900", ["title": .string(Self.hostile)]),
                entry("raid.raised", "raid/", ["title": "@sum", "kind": "risk", "org": "programme-office"]),
            ])
            let directory = daemon.directory.file("tables")
            let said = try await exported(daemon, "csv", "--output", directory)
            let found = try await Readers.read("csv", directory)
            #expect(said["tables"]?.array?.count == found.count)
            let counts = Dictionary(
                uniqueKeysWithValues: found.map { line in
                    let words = line.split(separator: " ")
                    return (String(words[0]), Int(words[1]) ?? -1)
                }
            )
            let register = try await daemon.call("io.jvledger.Decisions.List")
            #expect(counts["decisions"] == register.objects("decisions").count)
            for name in [
                "consents", "options", "posts", "holders", "barriers", "raid", "commitments", "organisations",
                "bodies", "actions", "journey", "decision-history", "authority", "network-ties",
            ] {
                #expect(counts[name, default: 0] > 0, "\(name): \(counts)")
            }

            let table = try await daemon.jvctl("export", "--format", "csv", "--table", "decisions")
            let file = try String(contentsOfFile: directory + "/decisions.csv", encoding: .utf8)
            #expect(table.status == 0 && table.output == file)
            #expect(table.output.contains("\"'=HYPERLINK(\"\"x\"\")\n"))
            let before = try await daemon.jvctl(
                "export",
                "--format",
                "csv",
                "--table",
                "decisions",
                "--valid-at",
                "2012"
            )
            #expect(before.status == 0 && before.output.split(separator: "\r\n").count == 1, "\(before)")

            let entries = daemon.directory.file("entries")
            try FileManager.default.createDirectory(atPath: entries, withIntermediateDirectories: false)
            let some = try await exported(
                daemon,
                "csv",
                "--table",
                "entries",
                "--type",
                "consent.given",
                "-o",
                entries + "/entries.csv"
            )
            let written = try #require(some["entries"]?.integer)
            #expect(try await Readers.read("csv", entries) == ["entries \(written)"])

            let listed = try await daemon.ask("export", "--format", "csv", "--table", "list")
            #expect(listed.objects("tables").count == found.count + 1)
        }
    }

    @Test("networkx and Graphviz read the network that the ledger answers with", .timeLimit(.minutes(5)))
    func networks() async throws {
        try await example { daemon in
            try await daemon.record([
                entry(
                    "organisation.registered",
                    "organisation/hostile",
                    ["title": .string(Self.hostile), "kind": "other"]
                ),
                entry("partner.joined", "partner/hostile", ["right": "informed"], occurred: "2018"),
            ])
            for asked in [[], ["--level", "person", "--by", "post"], ["--survey", "SV-0001"]] {
                let answer = try await daemon.jvctl(["network", "ties", "--json=short"] + asked)
                let reply = try #require(JSON(parsing: answer.output).object)
                let ties = reply.objects("rows").filter { $0["toNode"] != nil }
                let nodes = Set(
                    reply.objects("rows").flatMap { [$0["fromNode"], $0["toNode"]].compactMap(\.self) }
                )
                #expect(!nodes.isEmpty)
                let file = daemon.directory.file("network.graphml")
                let written = try await daemon.jvctl(
                    ["export", "--format", "graphml", "--force", "-o", file] + asked
                )
                #expect(written.status == 0, "\(written)")
                let found = try await Readers.read("graphml", file)
                let counts = ["directed True", "nodes \(nodes.count)", "edges \(ties.count)"]
                #expect(Array(found.prefix(3)) == counts)
                for tie in ties {
                    let positions = (tie["entries"]?.array ?? []).compactMap(\.integer).map { "\($0)" }
                    let line =
                        "edge n\(tie["fromNode"]?.integer ?? 0) n\(tie["toNode"]?.integer ?? 0) "
                        + "\(positions.count) \(positions.joined(separator: " "))"
                    #expect(found.contains(line), "\(line)")
                }

                let drawing = try await daemon.jvctl(["export", "--format", "dot"] + asked)
                let source = try daemon.directory.write("network.dot", drawing.output)
                let json = try await Command(["dot", "-Tdot_json", source]).run()
                #expect(json.status == 0 && json.errors.isEmpty, "\(json.errors)")
                let facts = try await Readers.read("dot", daemon.directory.write("network.json", json.output))
                #expect(Array(facts.prefix(3)) == counts, "\(facts)")
                let picture = try await Command(["dot", "-Tsvg", source]).run()
                #expect(picture.status == 0 && picture.output.contains("</svg>"), "\(picture.errors)")
                if asked.isEmpty { #expect(picture.output.contains("&lt;b&gt;&amp;amp;&lt;/b&gt;")) }
            }
        }
    }

    @Test(
        "decision records read as log4brains reads them, and come back through the import",
        .timeLimit(.minutes(5))
    )
    func records() async throws {
        try await example { daemon in
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
                    "option.argued",
                    "decision/D-0900",
                    ["option": 1, "stance": "for", "text": text],
                    occurred: "2019-05-02"
                ),
                entry(
                    "proposal.tabled",
                    "decision/D-0901",
                    ["title": "Move the office"],
                    occurred: "2019-05-02"
                ),
                entry(
                    "decision.rejected",
                    "decision/D-0901",
                    ["reason": "# Too dear"],
                    occurred: "2019-05-03"
                ),
            ])
            let directory = daemon.directory.file("records")
            let said = try await exported(daemon, "madr", "--output", directory)
            let found = try await Readers.read("madr", directory)
            let register = try await daemon.call("io.jvledger.Decisions.List").objects("decisions")
            #expect(said["decisions"]?.array?.count == register.count)
            #expect(found.count == 2 * register.count)
            let sections =
                "  Context and Problem Statement; Considered Options; Decision Outcome; "
                + "Pros and Cons of the Options; More Information"
            let shown = Self.hostile.split(separator: "\n").joined(separator: " ")
            #expect(
                found.contains { $0.hasPrefix("D-0900 proposed | ") && $0.hasSuffix("| \(shown)") },
                "\(found)"
            )
            #expect(found.contains { $0.hasPrefix("D-0901 rejected | 2019-05-03 | Move the office") })
            #expect(
                found.enumerated().filter { $0.0 % 2 == 1 }.allSatisfy { line in
                    sections.hasPrefix(line.1)
                        || line.1 == sections.replacing(" Pros and Cons of the Options;", with: "")
                }
            )
            let adopted = register.filter { $0["status"] == "adopted" && $0["certainty"] == "yes" }
            #expect(!adopted.isEmpty)
            for row in adopted {
                #expect(found.contains { $0.hasPrefix("\(row.text("key") ?? "") accepted | ") })
            }
            let one = daemon.directory.file("one")
            let alone = try await exported(daemon, "madr", "-o", one, "--subject", "decision/D-0901")
            #expect(alone["decisions"] == ["D-0901"])
            #expect(alone["leftOut"] == .integer(Int64(register.count - 1)))

            try await roundTrip(directory, register)
        }
    }

    /// Imports the records into a ledger of its own, and exports them again.
    private func roundTrip(_ directory: String, _ register: [JSONObject]) async throws {
        try await Daemon.serve { daemon in
            let first = try await daemon.jvctl("import", "--example", "--part", "1", as: .office)
            try #require(first.status == 0, "\(first)")
            let held = Set(
                try await daemon.call("io.jvledger.Decisions.List").objects("decisions").compactMap {
                    $0.text("key")
                }
            )
            let others = register.compactMap { $0.text("key") }.filter { !held.contains($0) && $0 >= "D-09" }
            try #require(others.count == 2)
            let imported = try await daemon.jvctl(
                ["import", "--yes", "--for", "programme-office"] + others.map { "\(directory)/\($0).md" },
                as: .office
            )
            try #require(imported.status == 0, "\(imported)")
            let again = daemon.directory.file("again")
            _ = try await exported(daemon, "madr", "-o", again)
            for key in others {
                func body(_ directory: String) throws -> String {
                    let text = try String(contentsOfFile: "\(directory)/\(key).md", encoding: .utf8)
                    return String(
                        text[..<(text.range(of: "## More Information")?.lowerBound ?? text.endIndex)]
                    )
                }
                #expect(try body(again) == body(directory))
            }
        }
    }
}
