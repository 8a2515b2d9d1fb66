// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Glibc
import Testing

@testable import Varlink

/// A server of connections that were there before it.
@Suite(.timeLimit(.minutes(5)))
struct InheritedConnectionTests {
    private func server() -> Server {
        Server(interfaces: [Example()], information: Service.information)
    }

    private func pair(_ type: __socket_type = SOCK_STREAM) throws -> (ours: CInt, theirs: CInt) {
        var ends: [CInt] = [-1, -1]
        try #require(socketpair(AF_UNIX, CInt(type.rawValue | SOCK_CLOEXEC.rawValue), 0, &ends) == 0)
        return (ends[0], ends[1])
    }

    private func makePipe() throws -> (reading: CInt, writing: CInt) {
        var ends: [CInt] = [-1, -1]
        try #require(pipe(&ends) == 0)
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    @Test("It is served, and the server ends when it closes")
    func servesAndEnds() async throws {
        let (ours, theirs) = try pair()
        let connection = try InheritedConnection(inheriting: ours)
        async let end: Void = server().run(on: [], serving: [connection])
        let client = try await VarlinkClient.connected(descriptor: theirs)
        for text in ["first", "second"] {
            let reply = try await client.call("org.example.Test.Echo", object(["text": .string(text)]))
            #expect(reply == object(["text": .string(text)]))
        }
        await client.close()
        try await end
    }

    @Test("The server ends when the last of several closes")
    func several() async throws {
        let first = try pair()
        let second = try pair()
        let connections = try [first.ours, second.ours].map { try InheritedConnection(inheriting: $0) }
        async let end: Void = server().run(on: [], serving: connections)
        let client = try await VarlinkClient.connected(descriptor: first.theirs)
        _ = try await client.call("org.example.Test.Echo", object(["text": "a"]))
        await client.close()
        let other = try await VarlinkClient.connected(descriptor: second.theirs)
        _ = try await other.call("org.example.Test.Echo", object(["text": "b"]))
        await other.close()
        try await end
    }

    @Test("What was asked before the other end closed is answered")
    func halfClosed() async throws {
        let (ours, theirs) = try pair()
        let client = RawClient(descriptor: theirs)
        await client.send(#"{"method":"org.example.Test.Echo","parameters":{"text":"late"}}¶"#)
        client.endSending()
        try await server().run(on: [], serving: [try InheritedConnection(inheriting: ours)])
        #expect(await client.receiveAll() == [#"{"parameters":{"text":"late"}}"#])
    }

    @Test("A shutdown ends it")
    func stopped() async throws {
        let (ours, theirs) = try pair()
        let client = RawClient(descriptor: theirs)
        let server = server()
        async let end: Void = server.run(on: [], serving: [try InheritedConnection(inheriting: ours)])
        await client.send(#"{"method":"org.example.Test.Echo","parameters":{"text":"a"}}¶"#)
        #expect(await client.receive() == #"{"parameters":{"text":"a"}}"#)
        server.shutdown()
        try await end
        #expect(await client.receive() == nil)
    }

    @Test("Two streams are one connection, of whoever runs the program")
    func streams() async throws {
        let (input, calls) = try makePipe()
        let (replies, output) = try makePipe()
        let connection = try InheritedConnection(reading: input, writing: output)
        async let end: Void = server().run(on: [], serving: [connection])
        let call = Array(#"{"method":"org.example.Test.Echo","parameters":{"text":"a"}}"#.utf8) + [0]
        #expect(write(calls, call, call.count) == call.count)
        close(calls)
        try await end
        var reply = [UInt8](repeating: 0, count: 100)
        let count = read(replies, &reply, reply.count)
        let text = String(decoding: reply.prefix(max(0, count)), as: UTF8.self)
        #expect(text == "{\"parameters\":{\"text\":\"a\"}}\0")
        #expect(read(replies, &reply, reply.count) == 0)
        close(replies)
        #expect(Peer.own.userID == geteuid() && Peer.own.groupID == getegid())
    }

    @Test("What is not connected, or no local stream, is refused")
    func refused() throws {
        let unconnected = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        defer { close(unconnected) }
        #expect(throws: InheritedConnection.Failure.notConnected) {
            try InheritedConnection(inheriting: unconnected)
        }
        let (ours, theirs) = try pair(SOCK_DGRAM)
        defer { for end in [ours, theirs] { close(end) } }
        #expect(throws: InheritedConnection.Failure.notConnected) {
            try InheritedConnection(inheriting: ours)
        }
    }

    @Test("It is served once")
    func taken() async throws {
        let (ours, theirs) = try pair()
        close(theirs)
        let connection = try InheritedConnection(inheriting: ours)
        try await server().run(on: [], serving: [connection])
        await #expect(throws: Server.Failure.listenerTaken) {
            try await server().run(on: [], serving: [connection])
        }
    }
}
