// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import Testing
import Varlink

/// A daemon that is started for one connection, and ends with it.
@Suite struct ActivationTests {
    /// What whoever starts it does: the number of descriptors, their names, and for whom they are.
    private static let passing = [
        "sh", "-c",
        "LISTEN_FDS=1 LISTEN_FDNAMES=varlink LISTEN_PID=$$ && export LISTEN_FDS LISTEN_FDNAMES LISTEN_PID "
            + "&& exec \"$@\"", "sh",
    ]
    private static let status = #"{"method":"io.jvledger.Admin.GetStatus"}"#

    @Test("a connection that was passed is served, and the daemon ends with it", .timeLimit(.minutes(5)))
    func connected() async throws {
        try await Daemon.serve { daemon in
            await daemon.stop()
            for _ in 1...2 {
                var ends: [Int32] = [-1, -1]
                let type = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
                try #require(socketpair(AF_UNIX, type, 0, &ends) == 0)
                let client = try await VarlinkClient.connected(descriptor: ends[0])
                defer { close(ends[1]) }
                try await daemon.start(
                    Self.passing + daemon.argumentsWithoutSocket,
                    descriptors: [3: ends[1]]
                )
                let answer = try await client.call("io.jvledger.Admin.GetStatus")
                #expect(answer["size"] == 1)
                let caller = try await client.call("io.jvledger.Ledger.WhoAmI")
                #expect(caller["uid"] == .integer(Int64(User.own.uid)), "\(caller)")
                await client.close()
                #expect(await daemon.ended() == 0, "\(daemon.logText)")
                #expect(!FileManager.default.fileExists(atPath: daemon.socket))
            }
            #expect(try await daemon.fsck().status == 0)
        }
    }

    @Test("standard input and output are served, and the daemon ends with them", .timeLimit(.minutes(5)))
    func streams() async throws {
        try await Daemon.serve { daemon in
            await daemon.stop()
            var command = Command(
                ["sh", "-c", "printf '%s\\0' \"$CALL\" | \"$@\" | cat", "sh"] + daemon.argumentsWithoutSocket
            )
            command.environment = ["SYSTEMD_VARLINK_LISTEN": "-", "CALL": Self.status]
            let outcome = try await command.run()
            #expect(outcome.output.hasSuffix("}\0"), "\(outcome)")
            let reply = try #require(JSON(parsing: String(outcome.output.dropLast())).object)
            #expect(reply["parameters"]?.object?["size"] == 1, "\(outcome)")
        }
    }

    @Test("the path that the environment names is listened on", .timeLimit(.minutes(5)))
    func path() async throws {
        try await Daemon.serve { daemon in
            await daemon.stop()
            let assignment = "SYSTEMD_VARLINK_LISTEN=\(daemon.socket)"
            try await daemon.start(["env", assignment] + daemon.argumentsWithoutSocket)
            #expect(try await daemon.call("io.jvledger.Admin.GetStatus")["size"] == 1)
            #expect(await daemon.stop() == 0)
            #expect(!FileManager.default.fileExists(atPath: daemon.socket))
        }
    }

    private static let passingBoth = [
        "sh", "-c",
        "LISTEN_FDS=2 LISTEN_FDNAMES=varlink:varlink-metrics LISTEN_PID=$$ && "
            + "export LISTEN_FDS LISTEN_FDNAMES LISTEN_PID && exec \"$@\"", "sh",
    ]

    private func listening(_ path: String) throws -> Int32 {
        let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        try #require(UnixAddress(path).use(listener, bind) == 0 && listen(listener, 16) == 0)
        chmod(path, 0o666)
        return listener
    }

    @Test("metrics are served on a socket of their own, if one is passed", .timeLimit(.minutes(5)))
    func metrics() async throws {
        try await Daemon.serve { daemon in
            await daemon.stop()
            let paths = [daemon.socket, daemon.directory.file("metrics")]
            let listeners = try paths.map(listening)
            defer { for listener in listeners { close(listener) } }
            try await daemon.start(
                Self.passingBoth + daemon.argumentsWithoutSocket,
                descriptors: [3: listeners[0], 4: listeners[1]]
            )
            #expect(try await daemon.call("io.jvledger.Admin.GetStatus")["size"] == 1)
            let client = try await VarlinkClient.connected(
                descriptor: try await connection(to: paths[1], as: .own)
            )
            var types: [String: String] = [:]
            for try await reply in client.callMore("io.systemd.Metrics.Describe") {
                types[try #require(reply.text("name"))] = reply.text("type")
            }
            #expect(types["io.jvledger.Ledger.appendedEntriesTotal"] == "counter")
            #expect(types["io.jvledger.Ledger.entries"] == "gauge")
            var values: [String: JSON] = [:]
            for try await reply in client.callMore("io.systemd.Metrics.List") {
                let name = try #require(reply.text("name"))
                #expect(types[name] != nil, "\(name)")
                #expect(reply.text("object") == Daemon.instance)
                let method = reply["fields"]?.object?.text("method") ?? ""
                values[method.isEmpty ? name : "\(name) \(method)"] = reply["value"]
            }
            #expect(values["io.jvledger.Ledger.entries"] == 1)
            #expect(values["io.jvledger.Ledger.callSecondsCount io.jvledger.Admin.GetStatus"] == 1)
            // The ledger is not asked here.
            await #expect(throws: VarlinkError.interfaceNotFound("io.jvledger.Admin")) {
                try await client.call("io.jvledger.Admin.GetStatus")
            }
            await client.close()
            if User.isRoot {
                let stranger = try await VarlinkClient.connected(
                    descriptor: try await connection(to: paths[1], as: .stranger)
                )
                await #expect(throws: VarlinkError.permissionDenied) {
                    for try await _ in stranger.callMore("io.systemd.Metrics.List") {}
                }
                await stranger.close()
            }
            #expect(await daemon.stop() == 0)
        }
    }
}
