// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// The ledger of another host.
@Suite(.enabled(if: SecureShell.canRun, "an sshd, and root rights to run it")) struct RemoteTests {
    private static let policy = Policy.venture + "  0:\n    roles: [administrator, reader]\n"

    @Test("--host asks over ssh, and the caller is whoever logged in", .timeLimit(.minutes(5)))
    func asks() async throws {
        try await Daemon.serve(Self.policy) { daemon in
            try await daemon.record(Venture.founding)
            let shell = try await SecureShell(daemon.directory, forced: nil)
            let remote = ["--host", "root@ledger.example", "--socket", daemon.socket]
            let caller = try await shell.jvctl(["whoami"] + remote)
            #expect(caller.status == 0 && caller.output.contains("root"), "\(caller)")
            // Before the verb, too; and a long series of replies comes whole.
            let here = try await daemon.jvctl("log", "--json=short", as: .root)
            let there = try await shell.jvctl(remote + ["log", "--json=short"])
            #expect(there.status == 0 && there.output == here.output && here.lines.count > 0, "\(there)")
            let refused = try await shell.jvctl(["partner", "join", "provide"] + remote)
            #expect(refused.status == 4, "\(refused)")
        }
    }

    @Test("A forced command reaches its ledger, whatever was asked for", .timeLimit(.minutes(5)))
    func forced() async throws {
        try await Daemon.serve(Self.policy) { daemon in
            try await daemon.record(Venture.founding)
            let shell = try await SecureShell(
                daemon.directory,
                forced: "\(Command.control) bridge --socket \(daemon.socket)"
            )
            let status = try await shell.jvctl(["status", "-H", "root@ledger.example", "--instance", "other"])
            #expect(status.status == 0 && status.output.contains("8 entries"), "\(status)")
            let shut = try await Command([
                shell.program, "root@ledger.example", "touch", daemon.directory.file("x"),
            ])
            .run()
            #expect(shut.output.isEmpty)
            #expect(!FileManager.default.fileExists(atPath: daemon.directory.file("x")))
        }
    }

    @Test("A witness visits over ssh and cosigns", .timeLimit(.minutes(5)))
    func witness() async throws {
        try await Daemon.serve(WitnessTests.policy) { daemon in
            let shell = try await SecureShell(daemon.directory, forced: nil)
            let options = try await WitnessTests.appoint(daemon)
            let visit = ["witness", "visit", "--host", "ledger.example", "--socket", daemon.socket] + options
            let visited = try await shell.jvctl(visit)
            #expect(visited.status == 0, "\(visited)")
            #expect(try await daemon.jvctl("checkpoint", as: .auditor).output.contains("provide"))
        }
    }

    @Test("What cannot be reached is said", .timeLimit(.minutes(5)))
    func unreachable() async throws {
        let directory = try TemporaryDirectory()
        let shell = try await SecureShell(directory, forced: nil)
        let nowhere = ["--socket", directory.file("nothing")]
        let absent = try await shell.jvctl(["whoami", "--host", "root@ledger.example"] + nowhere)
        #expect(absent.status == 69, "\(absent)")
        #expect(absent.errors.contains("no ledger answers"), "\(absent)")
        let option = try await shell.jvctl(["whoami", "--host=-oProxyCommand=touch x"])
        #expect(option.status == 2 && option.errors.contains("is not the name of a host"), "\(option)")
    }
}
