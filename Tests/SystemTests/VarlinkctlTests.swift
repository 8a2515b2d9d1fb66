// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import Testing

/// What systemd's own client makes of the daemon.
@Suite(.enabled("a varlinkctl of systemd 257 or later") { await Varlinkctl.canRun })
struct VarlinkctlTests {
    private static let interfaces = [
        "io.jvledger.Admin", "io.jvledger.Audit", "io.jvledger.Boundary", "io.jvledger.Decisions",
        "io.jvledger.Evaluation", "io.jvledger.Learning", "io.jvledger.Ledger", "io.jvledger.Log",
        "io.jvledger.Roles", "io.systemd.service", "org.varlink.service",
    ]

    @Test("info names the service and its interfaces", .timeLimit(.minutes(5)))
    func information() async throws {
        try await Daemon.serve { daemon in
            let info = try await Varlinkctl.run("info", daemon.socket)
            #expect(info.status == 0 && info.output.contains("Product: jvledgerd"), "\(info)")
            let list = try await Varlinkctl.run("list-interfaces", "unix:\(daemon.socket)")
            #expect(list.status == 0 && list.lines == Self.interfaces, "\(list)")
        }
    }

    @Test("introspect reads every interface, and lists every method", .timeLimit(.minutes(5)))
    func introspection() async throws {
        try await Daemon.serve { daemon in
            for interface in Self.interfaces {
                let read = try await Varlinkctl.run("introspect", daemon.socket, interface)
                #expect(read.status == 0 && read.errors.isEmpty, "\(read)")
                #expect(read.output.contains("interface \(interface)\n"), "\(read)")
                let theirs = read.lines.filter { $0.hasPrefix("method ") }
                    .map { "\(interface)." + $0.dropFirst(7).prefix { $0 != "(" } }
                let methods = try await Varlinkctl.run("list-methods", daemon.socket, interface)
                #expect(methods.status == 0 && !theirs.isEmpty, "\(methods)")
                #expect(methods.lines.sorted() == theirs.sorted())
            }
        }
    }

    @Test("the definitions are valid for it as they are written", .timeLimit(.minutes(5)))
    func validation() async throws {
        try await Daemon.serve { daemon in
            for interface in Self.interfaces {
                let reply = try await daemon.call(
                    "org.varlink.service.GetInterfaceDescription",
                    ["interface": .string(interface)]
                )
                let text = try #require(reply.text("description"))
                let file = try daemon.directory.write("\(interface).varlink", text)
                let validated = try await Varlinkctl.run("--quiet", "validate-idl", file)
                #expect(validated.status == 0 && validated.errors.isEmpty, "\(validated)")
            }
        }
    }

    @Test("call records, reads, and says what is refused", .timeLimit(.minutes(5)))
    func call() async throws {
        try await Daemon.serve { daemon in
            let record = "io.jvledger.Ledger.Record"
            let parameters = """
                {"entries": [{"id": "systemd-1", "type": "organisation.registered", \
                "subject": "organisation/provide", "data": {"title": "Provide", "kind": "provider"}}]}
                """
            let recorded = try await Varlinkctl.call(daemon.socket, record, parameters, as: .office)
            #expect(recorded.first?["size"] == 2, "\(recorded)")
            let stored = try await Varlinkctl.call(
                daemon.socket,
                "io.jvledger.Ledger.Get",
                #"{"position": 1}"#,
                as: .reader
            )
            let text = try #require(stored.first?["entry"]?.object?.text("text"))
            #expect(try JSON(parsing: text).object?["id"] == "systemd-1", "\(stored)")

            let refused = try await Varlinkctl.run(
                "call",
                daemon.socket,
                record,
                parameters.replacing("systemd-1", with: "systemd-2"),
                as: .office
            )
            #expect(refused.status != 0, "\(refused)")
            #expect(refused.errors.contains("io.jvledger.Ledger.Refused"), "\(refused)")
            let unknown = try await Varlinkctl.run("call", daemon.socket, "io.jvledger.Ledger.Nothing", "{}")
            #expect(unknown.errors.contains("org.varlink.service.MethodNotFound"), "\(unknown)")
        }
    }

    @Test("--more shows each reply of a series, --collect all of them at once", .timeLimit(.minutes(5)))
    func series() async throws {
        try await Daemon.serve { daemon in
            try await daemon.record(Venture.founding)
            let size = JSON.integer(Int64(Venture.founding.count + 1))
            let method = "io.jvledger.Admin.Verify"
            let replies = try await Varlinkctl.call(daemon.socket, method, options: ["--more"])
            #expect(replies.last?["ok"] == true && replies.last?["size"] == size, "\(replies)")
            let collected = try await Varlinkctl.run(
                "--collect",
                "--json=short",
                "call",
                daemon.socket,
                method,
                "{}"
            )
            let list = try #require(JSON(parsing: collected.output).array)
            #expect(collected.status == 0 && list.last?.object?["ok"] == true, "\(collected)")
            let single = try await Varlinkctl.call(daemon.socket, method)
            #expect(single.count == 1 && single.first?["ok"] == true, "\(single)")
        }
    }

    @Test("--more follows a ledger until the daemon ends", .timeLimit(.minutes(5)))
    func following() async throws {
        try await Daemon.serve { daemon in
            let following = try Following(
                Varlinkctl.command(
                    [
                        "--more", "--json=short", "call", daemon.socket, "io.jvledger.Ledger.Monitor",
                        #"{"from":0}"#,
                    ],
                    as: .reader
                )
            )
            var lines = following.lines.makeAsyncIterator()
            #expect(await lines.next() == "\u{1E}{\"size\":1}")
            #expect(await lines.next()?.contains("entry") == true)
            try await daemon.record(Venture.founding)
            for _ in Venture.founding { #expect(await lines.next()?.contains("entry") == true) }
            await daemon.stop()
            while await lines.next() != nil {}
        }
    }

    @Test("--oneway does not wait, and what it asks for is done", .timeLimit(.minutes(5)))
    func oneway() async throws {
        try await Daemon.serve { daemon in
            let parameters = """
                {"entries": [{"type": "organisation.registered", "subject": "organisation/provide", \
                "data": {"title": "Provide", "kind": "provider"}}]}
                """
            let following = try Following(daemon.command(["watch", "--from", "1"], as: .office))
            let sent = try await Varlinkctl.run(
                "--oneway",
                "call",
                daemon.socket,
                "io.jvledger.Ledger.Record",
                parameters,
                as: .office
            )
            #expect(sent.status == 0 && sent.output.isEmpty, "\(sent)")
            var lines = following.lines.makeAsyncIterator()
            let line = try #require(await lines.next())
            #expect(line.contains("organisation.registered"), "\(line)")
        }
    }

    @Test("exec: starts the daemon for one connection", .timeLimit(.minutes(5)))
    func execution() async throws {
        try await Daemon.serve { daemon in
            try await daemon.record(Venture.founding)
            await daemon.stop()
            let words = daemon.argumentsWithoutSocket.map { "'\($0)'" }.joined(separator: " ")
            let script = try await daemon.directory.program("ledger", "#!/bin/sh\nexec \(words)\n")
            for address in ["exec:\(script)", script] {
                let replies = try await Varlinkctl.call(address, "io.jvledger.Admin.GetStatus")
                #expect(replies.first?["size"] == .integer(Int64(Venture.founding.count + 1)), "\(replies)")
                // It has let go of the ledger.
                #expect(try await daemon.fsck().status == 0)
            }
            let info = try await Varlinkctl.run("info", "exec:\(script)")
            #expect(info.status == 0 && info.output.contains("Product: jvledgerd"), "\(info)")
        }
    }

    @Test(
        "ssh-exec: reaches the daemon through the bridge",
        .enabled(if: SecureShell.canRun, "an sshd, and root rights to run it"),
        .timeLimit(.minutes(5))
    )
    func secureShell() async throws {
        try await Daemon.serve { daemon in
            let shell = try await SecureShell(daemon.directory, forced: nil)
            let address = "ssh-exec:root@ledger.example:jvctl bridge --socket \(daemon.socket)"
            for arguments in [["info", address], ["call", address, "io.jvledger.Admin.GetStatus", "{}"]] {
                var command = Varlinkctl.command(arguments)
                command.environment["SYSTEMD_SSH"] = shell.program
                let outcome = try await command.run()
                #expect(outcome.status == 0, "\(outcome)")
                #expect(
                    outcome.output.contains("jvledgerd") || outcome.output.contains("\"size\""),
                    "\(outcome)"
                )
            }
        }
    }
}
