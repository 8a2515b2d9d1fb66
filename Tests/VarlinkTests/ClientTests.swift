// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Glibc
import Testing

@testable import Varlink

/// What a client makes of servers, good and bad.
@Suite(.timeLimit(.minutes(5)))
struct ClientTests {
    @Test func callsAreAnswered() async throws {
        try await Service.with { service in
            let client = try await service.client()
            let reply = try await client.call("org.example.Test.Echo", object(["text": "grüß"]))
            #expect(reply == object(["text": "grüß"]))
            await #expect(throws: VarlinkError("org.example.Test.Failed", object(["code": 7]))) {
                try await client.call("org.example.Test.Fail", object(["code": 7]))
            }
            await #expect(throws: VarlinkError.methodNotFound("org.example.Test.No")) {
                try await client.call("org.example.Test.No")
            }
            await #expect(throws: VarlinkError.expectedMore) {
                try await client.call("org.example.Test.Watch")
            }
            try await client.callOneway("org.example.Test.Wait", object(["name": "oneway"]))
            await service.example.journal.wait(for: "oneway")
            service.example.gate.open()
            _ = try await client.call("org.example.Test.Who")
            await client.close()
            await #expect(throws: ClientError.connectionClosed) {
                try await client.call("org.example.Test.Who")
            }
        }
    }

    @Test func callsOfManyTasksShareAConnection() async throws {
        try await Service.with { service in
            let client = try await service.client()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<200 {
                    group.addTask {
                        let parameters = object(["text": .string("\(number)")])
                        let method = number.isMultiple(of: 2) ? "Echo" : "EchoFar"
                        let reply = try await client.call("org.example.Test." + method, parameters)
                        #expect(reply == parameters)
                    }
                }
                try await group.waitForAll()
            }
        }
    }

    @Test func seriesAreIterated() async throws {
        try await Service.with { service in
            let client = try await service.client()
            var values: [Int64?] = []
            for try await reply in client.callMore("org.example.Test.Count", object(["to": 4])) {
                values.append(reply["value"]?.integer)
            }
            #expect(values == [1, 2, 3, 4])
            #expect(
                try await client.call("org.example.Test.Echo", object(["text": "a"])) == object(["text": "a"])
            )
            await #expect(throws: VarlinkError.interfaceNotFound("a.b")) {
                for try await _ in client.callMore("a.b.C") {}
            }
        }
    }

    @Test func cancellingASeriesEndsItOnTheServer() async throws {
        try await Service.with { service in
            let client = try await service.client()
            let watch = Task { for try await _ in client.callMore("org.example.Test.Watch") {} }
            await service.example.journal.wait(for: "Watch")
            watch.cancel()
            await #expect(throws: ClientError.connectionClosed) { try await watch.value }
            await service.example.journal.wait(for: "Watch cancelled")
        }
    }

    @Test func noConnectionSaysWhy() async throws {
        let directory = TemporaryDirectory()
        let missing = directory.file("missing")
        await #expect(throws: ClientError.cannotConnect(path: missing, errno: ENOENT)) {
            _ = try await VarlinkClient.connect(path: missing)
        }
        let dead = directory.file("dead")
        try LocalSocket(path: dead).close()
        await #expect(throws: ClientError.cannotConnect(path: dead, errno: ECONNREFUSED)) {
            _ = try await VarlinkClient.connect(path: dead)
        }
        let long = "/" + String(repeating: "x", count: 200)
        await #expect(throws: ClientError.cannotConnect(path: long, errno: ENAMETOOLONG)) {
            _ = try await VarlinkClient.connect(path: long)
        }
        #expect(
            "\(ClientError.cannotConnect(path: "/x", errno: ENOENT))"
                == "cannot connect to /x: No such file or directory"
        )
    }

    /// A server that sends these bytes to whoever calls, and hangs up.
    private func calling(serverThatSends text: String, limits: ClientLimits = ClientLimits()) async throws {
        var ends: [CInt] = [0, 0]
        #expect(socketpair(AF_UNIX, CInt(SOCK_STREAM.rawValue), 0, &ends) == 0)
        let server = RawClient(descriptor: ends[1])
        let client = try await VarlinkClient.connected(descriptor: ends[0], limits: limits)
        async let served: Void = {
            #expect(await server.receive() == #"{"method":"a.b.C"}"#)
            await server.send(Array(text.utf8))
            server.hangUp()
        }()
        let result: Result<JSONObject, any Error>
        do { result = .success(try await client.call("a.b.C")) } catch { result = .failure(error) }
        await served
        _ = try result.get()
    }

    @Test(arguments: [
        ("", ClientError.connectionClosed),
        (#"{"parameters":{}}"#, .connectionClosed),
        ("bogus\0", .protocolViolation(.notJSON(.unexpectedByte(offset: 0)))),
        ("[]\0", .protocolViolation(.notAnObject)),
        (#"{"continues":true}"# + "\0", .protocolViolation(.contradictoryFlags)),
        (#"{"parameters":"# + String(repeating: " ", count: 100), .messageTooLarge(limit: 100)),
    ])
    func badServersAreToldApart(sent: String, expected: ClientError) async throws {
        var limits = ClientLimits()
        limits.messageBytes = 100
        await #expect(throws: expected) { try await calling(serverThatSends: sent, limits: limits) }
    }

    @Test func goodServersAreUnderstood() async throws {
        try await calling(serverThatSends: "{}\0")
        try await calling(serverThatSends: "\n{ \"parameters\" : null }\n\0")
    }

    @Test func callsThatAreTooLongAreNotSent() async throws {
        try await Service.with { service in
            var limits = ClientLimits()
            limits.messageBytes = 100
            let client = try await VarlinkClient.connect(path: service.path, limits: limits)
            let text = JSON.string(String(repeating: "x", count: 100))
            await #expect(throws: ClientError.messageTooLarge(limit: 100)) {
                try await client.call("org.example.Test.Echo", object(["text": text]))
            }
            #expect(
                try await client.call("org.example.Test.Echo", object(["text": "a"])) == object(["text": "a"])
            )
        }
    }
}
