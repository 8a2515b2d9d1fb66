// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import Testing

/// systemd's Varlink client, unmodified, if this system has it or `make` has unpacked it.
enum Varlinkctl {
    static let program = ProcessInfo.processInfo.environment["JVLEDGER_TEST_VARLINKCTL"] ?? "varlinkctl"

    /// The first that knows `list-methods` and `ssh-exec:`.
    private static let oldestVersion = 257

    /// Whether there is one that is new enough: it says `systemd 257 (257.13-1~deb13u1)`.
    static var canRun: Bool {
        get async {
            let said = try? await Command([program, "--version"]).run()
            guard let said, said.status == 0, let line = said.lines.first else { return false }
            let words = line.split(whereSeparator: { " .~(".contains($0) })
            return words.dropFirst().first.flatMap { Int($0) } ?? 0 >= oldestVersion
        }
    }

    /// How it is run.
    static func command(_ arguments: [String], as user: User = .own) -> Command {
        var command = Command([program] + arguments)
        command.user = user
        command.environment = ["SYSTEMD_COLORS": "0", "SYSTEMD_PAGER": ""]
        return command
    }

    /// Runs it to its end.
    static func run(_ arguments: String..., as user: User = .own) async throws -> Command.Outcome {
        try await command(arguments, as: user).run()
    }

    /// The replies to a call, one by line or, to one with `--more`, as a sequence of texts (RFC 7464).
    static func call(
        _ address: String,
        _ method: String,
        _ parameters: String = "{}",
        options: [String] = [],
        as user: User = .own
    ) async throws -> [JSONObject] {
        let arguments = options + ["--json=short", "call", address, method, parameters]
        let outcome = try await command(arguments, as: user).run()
        try #require(outcome.status == 0, "\(arguments): \(outcome)")
        return try outcome.lines.map { line in
            try #require(JSON(parsing: line.replacing("\u{1E}", with: "")).object)
        }
    }
}
