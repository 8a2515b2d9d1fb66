// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import Testing

/// What is taken away, and verified without the daemon.
@Suite struct ExportTests {
    /// Exports a venture, stops the daemon, and gives the file and the key that `init` printed.
    private func export(_ daemon: Daemon) async throws -> (file: String, key: String) {
        try await daemon.record(Venture.founding)
        let file = daemon.directory.file("export.jsonl")
        let written = try await daemon.jvctl("export", file)
        try #require(written.status == 0, "\(written)")
        await daemon.stop()
        let line = try #require(daemon.created.split(separator: "\n").first { $0.contains("Public key") })
        return (file, try #require(line.split(separator: " ").last.map { String($0) }))
    }

    private func verify(_ arguments: String...) async throws -> Command.Outcome {
        try await Command([Command.control, "verify"] + arguments).run()
    }

    @Test("an export verifies with the key alone", .timeLimit(.minutes(5)))
    func sound() async throws {
        try await Daemon.serve { daemon in
            let (file, key) = try await export(daemon)
            let verdict = try await verify(file, "--key", key)
            #expect(verdict.status == 0, "\(verdict)")
            #expect(verdict.output.hasPrefix("VERIFIED"), "\(verdict)")
            #expect(verdict.output.contains("8 entries"), "\(verdict)")
            #expect(verdict.output.contains("NOT SHOWN"), "\(verdict)")

            let keyFile = try daemon.directory.write("test.vkey", key + "\n")
            #expect(try await verify(file, "--key", keyFile).status == 0)
        }
    }

    @Test(
        "any altered byte of any entry is found, and the entry named",
        .timeLimit(.minutes(5)),
        arguments: 0..<8
    )
    func altered(position: Int) async throws {
        try await Daemon.serve { daemon in
            let (file, key) = try await export(daemon)
            var lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map {
                String($0)
            }
            try #require(lines.count == 8)
            let digit = try #require(lines[position].lastIndex(of: "1"))
            lines[position].replaceSubrange(digit...digit, with: "2")
            try daemon.directory.write("export.jsonl", lines.joined(separator: "\n") + "\n")
            let verdict = try await verify(file, "--key", key)
            #expect(verdict.status == 1, "\(verdict)")
            #expect(verdict.output.hasPrefix("NOT VERIFIED"), "\(verdict)")
            #expect(verdict.output.contains("entry \(position)"), "\(verdict)")
        }
    }

    @Test("a missing tail, swapped entries and another key are found", .timeLimit(.minutes(5)))
    func otherwiseAltered() async throws {
        try await Daemon.serve { daemon in
            let (file, key) = try await export(daemon)
            let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map {
                String($0)
            }
            func verdict(_ lines: [String]) async throws -> Command.Outcome {
                try daemon.directory.write("export.jsonl", lines.joined(separator: "\n") + "\n")
                return try await verify(file, "--key", key)
            }
            #expect(try await verdict(lines).status == 0)
            var swapped = lines
            swapped.swapAt(3, 4)
            for altered in [Array(lines.dropLast()), lines + [lines[7]], Array(lines.dropFirst()), swapped] {
                let outcome = try await verdict(altered)
                #expect(outcome.status == 1 && outcome.output.hasPrefix("NOT VERIFIED"), "\(outcome)")
            }
            #expect(try await verdict(lines).status == 0)

            let other = try await Daemon(Policy.venture)
            let line = try #require(other.created.split(separator: "\n").first { $0.contains("Public key") })
            let otherKey = try #require(line.split(separator: " ").last.map { String($0) })
            let outcome = try await verify(file, "--key", otherKey)
            #expect(outcome.status == 1, "\(outcome)")
            try FileManager.default.removeItem(atPath: file + ".checkpoint")
            #expect(try await verify(file, "--key", key).status == 3)
        }
    }
}
