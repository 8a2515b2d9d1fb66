// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import Testing
import Varlink

/// The daemon as a service: how it starts, listens and ends.
@Suite struct ServiceTests {
    /// The access mode of a file.
    private func mode(_ path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? Int)
    }

    @Test(
        "it tells its manager when it is ready and when it ends, and answers by then",
        .timeLimit(.minutes(5))
    )
    func notifies() async throws {
        try await Daemon.serve { daemon in
            #expect(try await daemon.call("io.jvledger.Admin.GetStatus")["size"] == 1)
            #expect(await daemon.stop() == 0)
            #expect(!FileManager.default.fileExists(atPath: daemon.socket))
            let said = try await daemon.start()
            #expect(said.contains { $0.hasPrefix("STATUS=Serving; entries: 1") }, "\(said)")
        }
    }

    @Test("a signal that comes as soon as it is ready is not lost", .timeLimit(.minutes(2)))
    func endsAtOnce() async throws {
        try await Daemon.serve { daemon in
            for _ in 0..<20 {
                #expect(await daemon.stop() == 0)
                try await daemon.start()
            }
            #expect(await daemon.stop() == 0)
        }
    }

    @Test("everyone may connect, and nobody else may read the files", .timeLimit(.minutes(5)))
    func modes() async throws {
        try await Daemon.serve { daemon in
            #expect(try mode(daemon.socket) == 0o666)
            #expect(try mode(daemon.state) == 0o700)
            for name in try FileManager.default.contentsOfDirectory(atPath: daemon.state) {
                #expect(try mode("\(daemon.state)/\(name)") & 0o077 == 0, "\(name)")
            }
        }
    }

    @Test("a socket that was passed is served, and outlives the daemon", .timeLimit(.minutes(5)))
    func activation() async throws {
        try await Daemon.serve { daemon in
            await daemon.stop()
            let path = daemon.directory.file("inherited")
            let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
            try #require(UnixAddress(path).use(listener, bind) == 0 && listen(listener, 16) == 0)
            defer { close(listener) }
            // What systemd does: the number of descriptors, and for whom they are.
            let passing = [
                "sh", "-c", "LISTEN_FDS=1 LISTEN_PID=$$ && export LISTEN_FDS LISTEN_PID && exec \"$@\"", "sh",
            ]
            let arguments = passing + daemon.arguments.dropLast(2)

            for _ in 0..<2 {
                // The call waits in the kernel until somebody serves it.
                let client = try await VarlinkClient.connected(
                    descriptor: try await connection(to: path, as: .own)
                )
                async let answer = client.call("io.jvledger.Admin.GetStatus")
                try await daemon.start(arguments, descriptors: [3: listener])
                #expect(try await answer["size"] == 1)
                await client.close()
                #expect(await daemon.stop() == 0)
                #expect(FileManager.default.fileExists(atPath: path))
            }
            #expect(!FileManager.default.fileExists(atPath: daemon.socket))
        }
    }

    @Test("a second daemon on the same ledger is told to try again", .timeLimit(.minutes(5)))
    func second() async throws {
        try await Daemon.serve { daemon in
            let others = Array(daemon.arguments.dropLast()) + [daemon.directory.file("other")]
            let outcome = try await Command(others).run()
            #expect(outcome.status == 75, "\(outcome)")
            #expect(try await daemon.fsck().status == 75)
            #expect(try await daemon.call("io.jvledger.Admin.GetStatus")["state"] == "running")
        }
    }

    @Test("the configured place of the ledger is that of every command", .timeLimit(.minutes(5)))
    func configuredPlace() async throws {
        let directory = try TemporaryDirectory()
        let state = directory.file("elsewhere")
        let options = [
            "--config", try directory.write("jvledgerd.yaml", "stateDirectory: \(state)\n"), "--policy",
            try directory.write("policy.yaml", Policy.venture),
        ]
        let founded = try await Command(
            [Command.daemon, "init", "test", "--administrator", "0"] + options
        ).run()
        #expect(founded.status == 0, "\(founded)")
        #expect(FileManager.default.fileExists(atPath: state + "/ledger.sqlite"))
        #expect(try await Command([Command.daemon, "fsck", "test"] + options).run().status == 0)
    }

    @Test("without a ledger it says what to type", .timeLimit(.minutes(5)))
    func missing() async throws {
        let directory = try TemporaryDirectory()
        let policy = try directory.write("policy.yaml", Policy.venture)
        let outcome = try await Command([
            Command.daemon, "--instance", "none", "--state-directory", directory.path, "--policy", policy,
            "--config",
            directory.file("none.yaml"), "--socket", directory.file("socket"),
        ]).run()
        #expect(outcome.status == 78, "\(outcome)")
        #expect(outcome.errors.contains("jvledgerd init none --administrator"), "\(outcome)")
    }

    @Test("founding twice touches nothing", .timeLimit(.minutes(5)))
    func foundedTwice() async throws {
        try await Daemon.serve { daemon in
            let before = try Data(contentsOf: URL(fileURLWithPath: daemon.state + "/signing-key"))
            let again = try await Command([
                Command.daemon, "init", Daemon.instance, "--administrator", "0", "--state-directory",
                daemon.state,
                "--policy", daemon.policy,
            ]).run()
            #expect(again.status == 1, "\(again)")
            #expect(again.errors.contains("there is a ledger"), "\(again)")
            #expect(try Data(contentsOf: URL(fileURLWithPath: daemon.state + "/signing-key")) == before)
            #expect(try await daemon.jvctl("verify").status == 0)
        }
    }
}
