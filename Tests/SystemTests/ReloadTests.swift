// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Testing
import Varlink

/// A policy that changes while the daemon serves.
@Suite(.severalUsers) struct ReloadTests {
    private static let wider = Policy.venture + "  2999:\n    roles: [reader]\n"
    private static let broken = Policy.venture + "  2999:\n    roles: [reeder]\n"

    @Test("SIGHUP puts grants in force at once, and a change is recorded", .timeLimit(.minutes(5)))
    func changed() async throws {
        try await Daemon.serve { daemon in
            try await daemon.record(Venture.founding)
            let client = try await daemon.client(as: .stranger)
            await #expect(throws: VarlinkError.self) { try await client.call("io.jvledger.Ledger.List") }

            try daemon.directory.write("policy.yaml", Self.wider)
            try await daemon.hangUp()
            // On a connection that was there before, too.
            let entries = try await client.call("io.jvledger.Ledger.List").objects("entries")
            #expect(entries.count == 9)
            #expect(entries.last?.text("text")?.contains("io.jvledger.policy.changed.v1") == true)
            #expect(entries.last?["withheld"] == ["text"])
            #expect(daemon.logText.contains("The access policy changed and is in force"), "\(daemon.logText)")

            // Reading the same again records nothing; taking the grant back works as well.
            try await daemon.hangUp()
            #expect(try await client.call("io.jvledger.Admin.GetStatus")["size"] == 9)
            try daemon.directory.write("policy.yaml", Policy.venture)
            try await daemon.hangUp()
            await #expect(throws: VarlinkError.self) { try await client.call("io.jvledger.Ledger.List") }
            #expect(try await daemon.call("io.jvledger.Admin.GetStatus")["size"] == 10)
            await client.close()
        }
    }

    @Test("a broken policy leaves the old one in force, and the log says why", .timeLimit(.minutes(5)))
    func broken() async throws {
        try await Daemon.serve { daemon in
            try await daemon.record(Venture.founding)
            try daemon.directory.write("policy.yaml", Self.broken)
            try await daemon.hangUp()
            #expect(daemon.logText.contains("Not reloaded, the old policy stays"), "\(daemon.logText)")
            #expect(daemon.logText.contains("line 16: reeder is not a role"), "\(daemon.logText)")
            #expect(try await daemon.jvctl("log", as: .reader).status == 0)
            #expect(try await daemon.jvctl("log", as: .stranger).status == 4)
            #expect(try await daemon.call("io.jvledger.Admin.GetStatus")["size"] == 8)

            let asked = try await daemon.jvctl("reload", as: .root)
            #expect(asked.status == 65 && asked.errors.contains("reeder is not a role"), "\(asked)")
            // It would not start like this either.
            await daemon.stop()
            let start = try await daemon.startInVain()
            #expect(start.status == 78 && start.errors.contains("line 16: reeder"), "\(start)")
        }
    }

    @Test(
        "a configuration that cannot be used is named with file and line, and the old one stays",
        .timeLimit(.minutes(5)),
        arguments: [
            (
                "selfCheck:\n  bytesPerSecond: fast\n",
                "line 2: bytesPerSecond is a number from 65536 to 1073741824"
            ),
            (
                "selfCheck:\n  minutesBetweenPasses: 0\n",
                "line 2: minutesBetweenPasses is a number from 1 to 10080"
            ),
            ("limits:\n  callsPerUser: 0\n", "line 2: callsPerUser is a number from 1 to 1024"),
            ("limits:\n  patience: 3\n", "line 2: patience is not a limit"),
            ("witnessDays: 7\nlogLevel: loud\n", "line 2: loud is not a log level"),
            ("speed: high\n", "line 1: speed is not a setting"),
        ]
    )
    func configuration(text: String, message: String) async throws {
        try await Daemon.serve { daemon in
            try daemon.directory.write("jvledgerd.yaml", text)
            let asked = try await daemon.jvctl("reload", as: .root)
            #expect(asked.status == 65, "\(asked)")
            #expect(asked.errors.contains("jvledgerd.yaml: \(message)"), "\(asked)")
            #expect(try await daemon.jvctl("status", as: .root).status == 0)
            await daemon.stop()
            let start = try await daemon.startInVain()
            #expect(start.status == 78 && start.errors.contains(message), "\(start)")
        }
    }

    @Test("only administrators reload", .timeLimit(.minutes(5)))
    func administrators() async throws {
        try await Daemon.serve { daemon in
            for user in [User.office, .reader, .auditor, .stranger] {
                let refused = try await daemon.jvctl("reload", as: user)
                #expect(refused.status == 4, "\(user): \(refused)")
            }
            let done = try await daemon.jvctl("reload", as: .root)
            #expect(done.status == 0, "\(done)")
        }
    }
}
