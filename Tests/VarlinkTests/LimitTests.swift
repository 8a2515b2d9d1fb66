// SPDX-License-Identifier: Apache-2.0

import CanonicalJSON
import Glibc
import Synchronization
import Testing
import Varlink

/// A server holds only so much for its peers, and says so.
@Suite(.timeLimit(.minutes(5)))
struct LimitTests {
    private static let echo = #"{"method":"org.example.Test.Echo","parameters":{"text":"a"}}¶"#
    private static let echoed = #"{"parameters":{"text":"a"}}"#

    private func echo(ofBytes count: Int) -> String {
        let frame = #"{"method":"org.example.Test.Echo","parameters":{"text":""}}"#
        return frame.replacing(
            #""""#,
            with: #""\#(String(repeating: "x", count: count - frame.utf8.count))""#
        )
    }

    private func limits(_ change: (inout Limits) -> Void) -> Limits {
        var limits = Limits()
        change(&limits)
        return limits
    }

    @Test func messagesOfTheLimitPassAndLongerOnesDoNot() async throws {
        try await Service.with(limits: limits { $0.messageBytes = 1000 }) { service in
            let raw = try service.raw()
            await raw.send(echo(ofBytes: 1000) + "¶")
            #expect(
                await raw.receive()?.utf8.count == 1000 - #"{"method":"org.example.Test.Echo",}"#.utf8.count
                    + 2
            )
            await raw.send(echo(ofBytes: 1001) + "¶" + Self.echo)
            #expect(await raw.receive() == nil)
            await service.events.wait {
                guard case .droppedViolation(_, .tooLong(limit: 1000)) = $0 else { return false }
                return true
            }
        }
    }

    @Test func aMessageWithoutEndIsCutOff() async throws {
        try await Service.with(limits: limits { $0.messageBytes = 1000 }) { service in
            let raw = try service.raw()
            await raw.send(String(repeating: " ", count: 1001))
            #expect(await raw.receive() == nil)
        }
    }

    @Test func trustedPeersMaySendMore() async throws {
        let asked = Mutex(0)
        let limits = limits {
            $0.messageBytes = 1000
            $0.trustedMessageBytes = 200_000
        }
        try await Service.with(limits: limits) { peer in
            asked.withLock { $0 += 1 }
            return peer.userID == getuid()
        } _: { service in
            let raw = try service.raw()
            await raw.send(Self.echo)
            #expect(await raw.receive() == Self.echoed)
            #expect(asked.withLock { $0 } == 0, "who sends little needs no trust")
            await raw.send(echo(ofBytes: 200_000) + "¶")
            #expect(await raw.receive() != nil)
            await raw.send(echo(ofBytes: 200_001) + "¶")
            #expect(await raw.receive() == nil)
            #expect(asked.withLock { $0 } >= 1)
        }
    }

    @Test func depthIsLimited() async throws {
        try await Service.with(limits: limits { $0.messageDepth = 2 }) { service in
            let raw = try service.raw()
            await raw.send(Self.echo)
            #expect(await raw.receive() == Self.echoed)
            await raw.send(#"{"method":"org.example.Test.Echo","parameters":{"text":[]}}¶"#)
            #expect(await raw.receive() == nil)
        }
    }

    @Test func aUserHasOnlySoManyConnections() async throws {
        try await Service.with(limits: limits { $0.connectionsPerUser = 3 }) { service in
            var clients: [RawClient] = []
            for _ in 0..<3 {
                let raw = try service.raw()
                await raw.send(Self.echo)
                #expect(await raw.receive() == Self.echoed)
                clients.append(raw)
            }
            for _ in 0..<20 {
                let refused = try service.raw()
                #expect(await refused.receive() == nil)
            }
            await service.events.wait {
                guard case .refusedConnectionsOfUser(let peer, limit: 3) = $0 else { return false }
                return peer.userID == getuid()
            }
            for raw in clients {
                await raw.send(Self.echo)
                #expect(await raw.receive() == Self.echoed)
            }
            // A place is free again once a connection has ended.
            clients.removeFirst().endSending()
            var answer: String?
            while answer == nil {
                let raw = try service.raw()
                await raw.send(Self.echo)
                answer = await raw.receive()
            }
            #expect(answer == Self.echoed)
        }
    }

    @Test func aFloodBeyondTheTotalIsRefused() async throws {
        let limits = limits {
            $0.connections = 8
            $0.connectionsPerUser = 100
        }
        try await Service.with(limits: limits) { service in
            var answered = 0
            var held: [RawClient] = []
            for _ in 0..<60 {
                let raw = try service.raw()
                await raw.send(Self.echo)
                if await raw.receive() == Self.echoed {
                    answered += 1
                    held.append(raw)
                }
            }
            #expect(answered == 8)
            await service.events.wait {
                guard case .refusedConnections(_, limit: 8) = $0 else { return false }
                return true
            }
        }
    }

    @Test func callsBeyondThoseOfAUserWaitForTheirTurn() async throws {
        try await Service.with(limits: limits { $0.callsPerUser = 2 }) { service in
            func wait(_ name: String) async throws {
                _ = try await service.client().call("org.example.Test.Wait", object(["name": .string(name)]))
            }
            let journal = service.example.journal
            async let first: Void = wait("a")
            async let second: Void = wait("b")
            await journal.wait(for: "a")
            await journal.wait(for: "b")
            async let third: Void = wait("c")
            // A series needs no turn, and gives the third call the time to come if it could.
            for _ in 0..<50 {
                let client = try await service.client()
                for try await _ in client.callMore("org.example.Test.Count", object(["to": 2])) {}
                await client.close()
            }
            #expect(await !journal.entries.contains("c"))
            service.example.gate.open()
            _ = try await (first, second, third)
            #expect(await journal.entries.contains("c done"))
        }
    }

    @Test func whoSendsTooFastIsReadFromLaterAndLosesNothing() async throws {
        try await Service.with(limits: limits { $0.bytesPerSecondPerUser = 100_000 }) { service in
            let raw = try service.raw()
            let began = ContinuousClock.now
            for _ in 0..<10 {
                await raw.send(echo(ofBytes: 29_999) + "¶")
                #expect(await raw.receive() != nil)
            }
            // A second's worth at once, the rest in its time; the last message may overdraw.
            #expect(began.duration(to: .now) > .seconds(1))
        }
    }

    @Test func whoDoesNotReadASeriesIsDropped() async throws {
        try await Service.with(limits: limits { $0.stallTime = .milliseconds(50) }) { service in
            let raw = try service.raw()
            await raw.send(#"{"method":"org.example.Test.Flood","more":true,"parameters":{"bytes":10000}}¶"#)
            await service.example.journal.wait(for: "Flood ended")
            await service.events.wait {
                guard case .droppedStalled = $0 else { return false }
                return true
            }
            // What the kernel held, our backlog and no more.
            #expect(await raw.drain() < 4 << 20)
        }
    }

    @Test func whoDoesNotReadTheirAnswersIsDropped() async throws {
        try await Service.with(limits: limits { $0.stallTime = .milliseconds(50) }) { service in
            let raw = try service.raw()
            let call = Array(#"{"method":"org.example.Test.Big","parameters":{"bytes":100000}}"#.utf8) + [0]
            async let sent: Void = raw.send(Array(repeatElement(call, count: 1000).joined()))
            await service.events.wait {
                guard case .droppedStalled = $0 else { return false }
                return true
            }
            await sent
            #expect(await raw.drain() < 4 << 20)
        }
    }

    @Test func holdingBackLosesNothing() async throws {
        try await Service.with(limits: limits { $0.backlogBytes = 4096 }) { service in
            let client = try await service.client()
            var count = 0
            for try await reply in client.callMore("org.example.Test.Count", object(["to": 1000])) {
                count += 1
                #expect(reply["value"]?.integer == Int64(count))
            }
            #expect(count == 1000)
        }
    }

    @Test func largeRepliesArriveWhole() async throws {
        try await Service.with { service in
            let client = try await service.client()
            let reply = try await client.call("org.example.Test.Big", object(["bytes": 3_000_000]))
            #expect(reply["text"]?.text?.utf8.count == 3_000_000)
        }
    }

    @Test func repliesBeyondTheLimitAreAnErrorWhereThereIsOne() async throws {
        let tooLong = VarlinkError("org.example.Test.TooLong")
        try await Service.with(limits: limits { $0.replyBytes = 1000 }, tooLong: tooLong) { service in
            let client = try await service.client()
            await #expect(throws: tooLong) {
                try await client.call("org.example.Test.Big", object(["bytes": 1000]))
            }
            #expect(try await client.call("org.example.Test.Big", object(["bytes": 10]))["text"] != nil)
            await service.events.wait {
                guard case .refusedReplyTooLong(_, "org.example.Test.Big", _) = $0 else { return false }
                return true
            }
        }
    }

    @Test func repliesBeyondTheLimitEndTheConnection() async throws {
        try await Service.with(limits: limits { $0.replyBytes = 1000 }) { service in
            let raw = try service.raw()
            await raw.send(Self.echo + #"{"method":"org.example.Test.Big","parameters":{"bytes":1000}}¶"#)
            #expect(await raw.receiveAll() == [Self.echoed])
            await service.events.wait {
                guard case .droppedReplyTooLong(_, "org.example.Test.Big", _) = $0 else { return false }
                return true
            }
        }
    }
}
