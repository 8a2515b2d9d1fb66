// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// Every command that the documentation made from the declarations names is one that `jvctl` has, and every question
/// is answered on the example.
@Suite struct DocumentedCommandsTests {
    private static let documentation = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Ledger/Ledger.docc")

    /// The commands in a column of a table, without `jvctl`, each once.
    private static func commands(of file: String, column: Int) throws -> [String] {
        let text = try String(contentsOf: documentation.appending(path: file), encoding: .utf8)
        let rows = text.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst()
        return Set(
            rows.map { row in
                let cells = row.components(separatedBy: " | ")
                return cells[column].replacing("`", with: "").replacing("|", with: "")
                    .trimmingCharacters(in: .whitespaces).replacing(#/^jvctl /#, with: "")
            }
        ).sorted()
    }

    @Test("every command that shows or records a type of entry explains itself", .timeLimit(.minutes(5)))
    func typesHaveCommands() async throws {
        let commands = try Self.commands(of: "Types.md", column: 4) + Self.commands(of: "Types.md", column: 5)
        #expect(commands.count > 50)
        for command in Set(commands).sorted() {
            // A type without a verb of its own is recorded by naming it.
            let words =
                command.hasPrefix("record ") ? ["record"] : command.split(separator: " ").map(String.init)
            try await expectHelp(words)
        }
    }

    @Test("every question is answered on the example, in a table and as JSON", .timeLimit(.minutes(5)))
    func questionsAreAnswered() async throws {
        let commands = try Self.commands(of: "Questions.md", column: 1)
        #expect(!commands.isEmpty)
        try await Daemon.serve { daemon in
            let imported = try await daemon.jvctl("import", "--example", as: .office)
            try #require(imported.status == 0, "\(imported)")
            for command in commands {
                let words = command.split(separator: " ").map(String.init)
                try await expectHelp(words)
                let answer = try await daemon.jvctl(words + Self.arguments[command, default: []] + ["--why"])
                #expect(answer.status == 0, "\(command): \(answer)")
                #expect(!answer.output.isEmpty, "\(command)")
                let json = try await daemon.jvctl(
                    words + Self.arguments[command, default: []] + ["--json=short"]
                )
                #expect(json.output.hasPrefix("{"), "\(command): \(json)")
            }
        }
    }

    /// The verbs explain themselves; an option behind them, as in `export --pack`, is theirs.
    private func expectHelp(_ command: [String]) async throws {
        let words = Array(command.prefix { !$0.hasPrefix("-") })
        let help = try await Command([Command.control] + words + ["--help"]).run()
        let usage = "USAGE: jvctl \(words.joined(separator: " "))"
        let isThere = help.status == 0 && help.output.contains(usage)
        #expect(isThere, "jvctl \(words.joined(separator: " ")): \(help.output.prefix(200))")
    }

    /// What has to be said to ask some questions: of which thing of the example, or as of when.
    private static let arguments: [String: [String]] = [
        "audit partner-report": ["provide"], "body terms": ["programme-board"],
        "decision account": ["D-0003"], "decision impact": ["D-0003"],
        "diff": ["2018-03-31", "2019-10-01"], "lesson relevant": ["D-0003"], "lesson search": ["team"],
        "measure compare": ["D-0003"], "measure series": ["staff-overtime"], "partner show": ["provide"],
        "person roles": ["P-0001"],
    ]
}
