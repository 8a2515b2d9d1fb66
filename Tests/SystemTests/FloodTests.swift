// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import Testing
import Varlink

/// One user does to the daemon whatever it lets them, and it stays small and answers everyone else.
@Suite("A flood by one user", .severalUsers, .timeLimit(.minutes(10)))
struct FloodTests {
    /// What the unit gives the daemon before it slows it down (MemoryHigh=), in bytes.
    private static let memoryHigh = 768 << 20
    /// Room for all connections of the flood, so that what they hold is seen and not that they are refused.
    private static let room = """
        limits:
          connections: 2048
          connectionsPerUser: 1024

        """

    /// Connects 1,000 times; 200 connections ask and never read, one sends a gigabyte of open bracket; says "ready",
    /// and holds all of it until it is interrupted.
    private static let flood = """
        import resource, signal, socket, sys
        resource.setrlimit(resource.RLIMIT_NOFILE, (2048, 2048))
        path = sys.argv[1]
        def connect():
            one = socket.socket(socket.AF_UNIX)
            one.connect(path)
            return one
        all = [connect() for _ in range(1000)]
        ask = b'{"method":"org.varlink.service.GetInterfaceDescription","parameters":{"interface":"io.jvledger.Ledger"}}\\0'
        for one in all[:200]:
            one.setblocking(False)
            try:
                while True: one.send(ask * 100)
            except BlockingIOError: pass
        sent = 0
        try:
            while sent < 1 << 30: sent += all[200].send(b'[' * (1 << 20))
        except OSError: pass
        print("ready", sent, flush=True)
        signal.pause()

        """

    @Test("1,000 connections, 200 that do not read, and an endless bracket")
    func connections() async throws {
        let daemon = try await Daemon(Policy.venture)
        _ = try daemon.directory.write("jvledgerd.yaml", Self.room)
        try await daemon.start()
        try await daemon.record(Venture.founding)
        let script = try daemon.directory.write("flood.py", Self.flood)
        var command = Command(["/usr/bin/python3", script, daemon.socket])
        command.user = .stranger
        let flood = try Following(command)
        let said = try #require(await flood.lines.first { _ in true })
        let sent = try #require(said.split(separator: " ").last.flatMap { Int($0) })
        #expect(sent < 16 << 20, "the bracket was not cut off")
        // One that keeps to the limits gets its answers while all of that is there.
        for _ in 0..<20 {
            #expect(try await daemon.jvctl("whoami", as: .reader).status == 0)
            #expect(try await daemon.jvctl("log", "-n", "3", as: .office).status == 0)
        }
        #expect(try #require(daemon.peakMemory) < Self.memoryHigh)
        _ = await flood.interrupt()
        #expect(try await daemon.jvctl("status").status == 0)
        await daemon.kill()
    }
}
