// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// What the manual and the journal's catalogue tell people to type is there.
@Suite struct ManualTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static func text(of path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    @Test("every command that the manual and the catalogue name explains itself", .timeLimit(.minutes(5)))
    func commandsExist() async throws {
        var commands: Set<[String]> = []
        for file in [
            "systemd/jvledger.catalog", "systemd/man/jvledgerd.8", "systemd/man/jvledger-policy.5",
        ] {
            let text = try Self.text(of: file)
            // As it is shown, quoted or typed at a prompt: the program and its verbs, up to an option or a name.
            let shown =
                #/(?:^    |"|^\.Ql |^[#$] )(jvctl|jvledgerd)(?: --instance \S+)?((?: [a-z]+(?=[ ".\n]))+)/#
                .anchorsMatchLineEndings()
            for match in text.matches(of: shown) {
                commands.insert(["\(match.output.1)"] + match.output.2.split(separator: " ").map(String.init))
            }
        }
        #expect(commands.count > 10, "\(commands)")
        for command in commands.sorted(by: { $0.joined() < $1.joined() }) {
            let program = command[0] == "jvctl" ? Command.control : Command.daemon
            let verbs = command.dropFirst()
            let help = try await Command([program] + verbs + ["--help"]).run()
            #expect(help.output.contains("USAGE: \(command.joined(separator: " "))"), "\(command): \(help)")
        }
    }

    @Test("the manual has a page for every verb, and every verb below it is on it")
    func pagesAreMade() async throws {
        let dump = try await Command([Command.control, "--experimental-dump-help"]).run()
        let directory = try TemporaryDirectory()
        var writer = Command([
            "python3", "-B", Self.root.appending(path: "systemd/man/verb_pages.py").path, "jvctl",
            directory.path,
        ])
        writer.input = dump.output
        let written = try await writer.run()
        try #require(written.status == 0, "\(written)")
        let decision = try String(contentsOfFile: directory.path + "/jvctl-decision.1", encoding: .utf8)
        #expect(decision.contains(".SS decision consent"))
        let overview = try String(contentsOfFile: directory.path + "/jvctl.1", encoding: .utf8)
        let verbs = overview.matches(of: #/\.BR jvctl\\-(\w+) \(1\)/#).map { String($0.output.1) }
        #expect(verbs.count > 60)
        for verb in verbs {
            let page = directory.path + "/jvctl-\(verb).1"
            #expect(FileManager.default.fileExists(atPath: page), "\(verb)")
        }
    }

    @Test("every interface has a page, and every method is on it")
    func interfacesHavePages() async throws {
        let directory = try TemporaryDirectory()
        let folder = Self.root.appending(path: "Sources/LedgerAPI/Interfaces")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "varlink" }
        #expect(files.count > 5)
        let script = Self.root.appending(path: "systemd/man/interface_pages.py").path
        let written = try await Command(
            ["python3", "-B", script, "jvledgerd", directory.path] + files.map(\.path)
        )
        .run()
        try #require(written.status == 0, "\(written)")
        for file in files {
            let name = file.deletingPathExtension().lastPathComponent
            let page = try String(contentsOfFile: directory.file("\(name).7"), encoding: .utf8)
            let definition = try String(contentsOf: file, encoding: .utf8)
            for method in definition.matches(of: #/method (\w+)\(/#).map(\.output.1) {
                #expect(page.contains("\n.SS \(method)\n"), "\(name).\(method)")
            }
        }
    }
}
