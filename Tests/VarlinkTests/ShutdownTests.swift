// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Glibc
import Testing
import Varlink

/// A server ends without losing what it has begun, and a listener leaves nothing behind.
@Suite(.timeLimit(.minutes(5)))
struct ShutdownTests {
    /// Time enough for closing, however busy the machine is.
    private static var patient: Limits {
        var limits = Limits()
        limits.closingTime = .seconds(600)
        return limits
    }

    @Test func callsUnderWayAreAnswered() async throws {
        try await Service.with(limits: Self.patient) { service in
            let busy = try service.raw()
            let idle = try service.raw()
            await idle.send(#"{"method":"org.example.Test.Echo","parameters":{"text":"a"}}¶"#)
            #expect(await idle.receive() != nil)
            await busy.send(#"{"method":"org.example.Test.Wait","parameters":{"name":"busy"}}¶"#)
            await service.example.journal.wait(for: "busy")
            service.server.shutdown()
            #expect(await idle.receive() == nil)
            service.example.gate.open()
            #expect(await busy.receiveAll() == [#"{"parameters":{}}"#])
            #expect(await service.example.journal.entries == ["busy", "busy done"])
        }
    }

    @Test func aCallThatIsOnItsWayIsAnswered() async throws {
        var limits = Self.patient
        limits.lingerTime = .seconds(5)
        try await Service.with(limits: limits) { service in
            let raw = try service.raw()
            let echo = #"{"method":"org.example.Test.Echo","parameters":{"text":"a"}}¶"#
            await raw.send(echo)
            #expect(await raw.receive() != nil)
            service.server.shutdown()
            await raw.send(echo)
            #expect(await raw.receive() == #"{"parameters":{"text":"a"}}"#)
            #expect(await raw.receive() == nil)
        }
    }

    @Test func seriesEndWithALastReply() async throws {
        try await Service.with(limits: Self.patient) { service in
            let raw = try service.raw()
            await raw.send(#"{"method":"org.example.Test.Watch","more":true}¶"#)
            await service.example.journal.wait(for: "Watch")
            service.server.shutdown()
            #expect(
                await raw.receiveAll() == [
                    #"{"continues":true,"parameters":{"value":0}}"#, #"{"parameters":{"value":1}}"#,
                ]
            )
        }
    }

    @Test func whatDoesNotEndIsCutOff() async throws {
        var limits = Limits()
        limits.closingTime = .milliseconds(20)
        try await Service.with(limits: limits) { service in
            let raw = try service.raw()
            await raw.send(#"{"method":"org.example.Test.Wait","parameters":{"name":"busy"}}¶"#)
            await service.example.journal.wait(for: "busy")
            service.server.shutdown()
            #expect(await raw.receive() == nil)
            await service.example.journal.wait(for: "busy cancelled")
            await service.events.wait {
                guard case .droppedClosing = $0 else { return false }
                return true
            }
        }
    }

    @Test func cancellingTheServerEndsEverything() async throws {
        let directory = TemporaryDirectory()
        let path = directory.file("socket")
        let example = Example()
        let listener = try Listener(path: path)
        let server = Server(interfaces: [example], information: Service.information)
        let run = Task { try await server.run(on: [listener]) }
        let raw = try RawClient(path: path)
        await raw.send(#"{"method":"org.example.Test.Wait","parameters":{"name":"busy"}}¶"#)
        await example.journal.wait(for: "busy")
        run.cancel()
        try await run.value
        #expect(await raw.receive() == nil)
        #expect(await example.journal.entries == ["busy", "busy cancelled"])
        await #expect(throws: Server.Failure.alreadyRun) { try await server.run(on: []) }
    }

    @Test func aServerStoppedBeforeItRunsServesNothing() async throws {
        let directory = TemporaryDirectory()
        let listener = try Listener(path: directory.file("socket"))
        let server = Server(interfaces: [], information: Service.information)
        server.shutdown()
        try await server.run(on: [listener])
        #expect(access(directory.file("socket"), F_OK) != 0)
    }

    // MARK: Listeners

    @Test func theSocketHasItsModeAndIsRemoved() async throws {
        let directory = TemporaryDirectory()
        let path = directory.file("socket")
        for mode: UInt32 in [0o666, 0o600] {
            let listener = try Listener(path: path, mode: mode)
            var status = stat()
            #expect(lstat(path, &status) == 0)
            #expect(status.st_mode & 0o777 == mode)
            let server = Server(interfaces: [], information: Service.information)
            async let run: Void = server.run(on: [listener])
            let client = try await VarlinkClient.connect(path: path)
            _ = try await client.call("org.varlink.service.GetInfo")
            server.shutdown()
            try await run
            #expect(access(path, F_OK) != 0)
        }
    }

    @Test func aLeftOverSocketIsReplacedAndNothingElse() throws {
        let directory = TemporaryDirectory()
        let path = directory.file("socket")
        let stale = try LocalSocket(path: path)
        stale.close()
        #expect(access(path, F_OK) == 0)
        let listener = try Listener(path: path)
        #expect(throws: Listener.Failure.inUse) { try Listener(path: path) }
        withExtendedLifetime(listener) {}

        let file = directory.file("file")
        close(open(file, O_CREAT | O_WRONLY, 0o600))
        #expect(throws: Listener.Failure.notASocket) { try Listener(path: file) }
        #expect(access(file, F_OK) == 0)
        let long = "/" + String(repeating: "x", count: 200)
        #expect(throws: Listener.Failure.pathTooLong(limit: 107)) { try Listener(path: long) }
        let nowhere = directory.file("no/such/directory")
        #expect(throws: Listener.Failure.system(call: "bind", errno: ENOENT)) { try Listener(path: nowhere) }
    }

    @Test func aSocketThatTookTheirPlaceIsKept() throws {
        let directory = TemporaryDirectory()
        let path = directory.file("socket")
        var listener: Listener? = try Listener(path: path)
        #expect(listener != nil)
        unlink(path)
        let successor = try LocalSocket(path: path)
        listener = nil
        #expect(access(path, F_OK) == 0)
        successor.close()
    }

    @Test func anInheritedSocketOutlivesTheServer() async throws {
        let directory = TemporaryDirectory()
        let path = directory.file("socket")
        let inherited = try LocalSocket(path: path)
        for _ in 0..<2 {
            // As PID 1 does: it keeps its own descriptor of the same socket.
            let listener = try Listener(inheriting: dup(inherited.descriptor))
            let server = Server(interfaces: [], information: Service.information)
            async let run: Void = server.run(on: [listener])
            let client = try await VarlinkClient.connect(path: path)
            _ = try await client.call("org.varlink.service.GetInfo")
            server.shutdown()
            try await run
            #expect(access(path, F_OK) == 0)
        }
        inherited.close()
    }

    @Test func onlyListeningSocketsAreInherited() throws {
        let descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        #expect(throws: Listener.Failure.notListening) { try Listener(inheriting: descriptor) }
        #expect(throws: Listener.Failure.notListening) { try Listener(inheriting: -1) }
    }
}
