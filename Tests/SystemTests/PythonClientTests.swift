// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import Testing

/// The interpreter that has the package.
private enum Python {
    static let interpreter = ProcessInfo.processInfo.environment["JVLEDGER_TEST_PYTHON"] ?? "python3"

    static var hasVarlink: Bool {
        get async { (try? await Command([interpreter, "-c", "import varlink"]).run())?.status == 0 }
    }
}

/// The Varlink client of the Python package index, unmodified.
@Suite(.enabled("a python3 that has varlink") { await Python.hasVarlink }) struct PythonClientTests {
    private func varlink(_ arguments: String..., as user: User = .office) async throws -> Command.Outcome {
        var command = Command([Python.interpreter, "-m", "varlink.cli"] + arguments)
        command.user = user
        return try await command.run()
    }

    @Test("info names the service and its interfaces", .timeLimit(.minutes(5)))
    func information() async throws {
        try await Daemon.serve { daemon in
            let info = try await varlink("info", "unix:\(daemon.socket)")
            #expect(info.status == 0, "\(info)")
            #expect(info.output.contains("Product: jvledgerd"), "\(info)")
            for interface in ["Ledger", "Decisions", "Roles", "Boundary", "Log", "Admin"] {
                #expect(info.output.contains("io.jvledger.\(interface)"), "\(info)")
            }
        }
    }

    @Test(
        "help prints every interface",
        .timeLimit(.minutes(5)),
        arguments: [
            ("io.jvledger.Ledger", "Record"), ("io.jvledger.Decisions", "Why"),
            ("io.jvledger.Roles", "GetBiography"),
            ("io.jvledger.Boundary", "GetBrokers"), ("io.jvledger.Log", "GetConsistency"),
            ("io.jvledger.Admin", "Verify"), ("io.systemd.service", "SetLogLevel"),
            ("org.varlink.service", "GetInfo"),
        ]
    )
    func description(interface: String, method: String) async throws {
        try await Daemon.serve { daemon in
            let help = try await varlink("help", "unix:\(daemon.socket)/\(interface)")
            #expect(help.status == 0, "\(help)")
            #expect(help.output.contains("interface \(interface)"), "\(help)")
            #expect(help.output.contains("method \(method)("), "\(help)")
        }
    }

    @Test("Record returns a receipt, a refusal an error", .timeLimit(.minutes(5)))
    func recording() async throws {
        try await Daemon.serve { daemon in
            let method = "unix:\(daemon.socket)/io.jvledger.Ledger.Record"
            let parameters = """
                {"entries": [{"id": "python-1", "type": "organisation.registered", "subject": "organisation/provide",
                "data": {"title": "Provide", "kind": "provider"}}], "proofs": true}
                """
            let recorded = try await varlink("call", method, parameters)
            #expect(recorded.status == 0, "\(recorded)")
            let reply = try #require(JSON(parsing: recorded.output).object)
            #expect(reply["size"] == 2)
            let receipt = try #require(reply.objects("receipts").first)
            #expect(receipt["position"] == 1)
            #expect(receipt["id"] == "python-1")
            #expect(receipt["repeated"] == false)
            #expect(receipt.text("proof")?.hasPrefix("c2sp.org/tlog-proof@v1\n") == true)

            let stored = try await daemon.call("io.jvledger.Ledger.Get", ["position": 1])
            #expect(stored["entry"]?.object?.text("leafHash") == receipt.text("leafHash"))

            let again = try await varlink("call", method, parameters.replacing("python-1", with: "python-2"))
            #expect((again.output + again.errors).contains("io.jvledger.Ledger.Refused"), "\(again)")
            #expect((again.output + again.errors).contains("exists already"), "\(again)")
        }
    }

    @Test("It starts the daemon by passing it a listening socket", .timeLimit(.minutes(5)))
    func activation() async throws {
        try await Daemon.serve { daemon in
            await daemon.stop()
            let command = daemon.argumentsWithoutSocket.joined(separator: " ")
            let status = try await varlink("-A", command, "call", "io.jvledger.Admin.GetStatus", as: .own)
            #expect(status.output.contains("\"size\": 1"), "\(status)")
            // It has let go of the ledger.
            #expect(try await daemon.fsck().status == 0)
        }
    }

    @Test("It speaks through the bridge", .timeLimit(.minutes(5)))
    func bridge() async throws {
        try await Daemon.serve { daemon in
            let bridge = "\(Command.control) bridge --socket \(daemon.socket)"
            let info = try await varlink("-b", bridge, "info")
            #expect(info.output.contains("Product: jvledgerd"), "\(info)")
        }
    }
}
