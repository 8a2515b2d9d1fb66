// SPDX-License-Identifier: Apache-2.0

public import CanonicalJSON
import Glibc
import NIOCore
import NIOPosix
import Synchronization

/// A connection to a local Varlink service.
///
///     let client = try await VarlinkClient.connect(path: "/run/notes/org.example.Notes")
///     let reply = try await client.call("org.example.Notes.List", parameters)
///     for try await reply in client.callMore("org.example.Notes.Monitor") { … }
///
/// Calls of several tasks share the connection: they are sent at once and answered in the order they were
/// sent. Cancelling a task that waits for a reply closes the connection, which is the only way to tell the
/// server that nobody waits any more.
public final class VarlinkClient: Sendable {
    private let channel: any Channel
    private let handler: NIOLoopBound<ClientHandler>
    private let limits: ClientLimits
    private let lastNumber = Atomic<Int>(0)

    private init(_ channel: any Channel, _ handler: NIOLoopBound<ClientHandler>, _ limits: ClientLimits) {
        self.channel = channel
        self.handler = handler
        self.limits = limits
    }

    deinit { channel.close(promise: nil) }

    /// Connects to the socket at a path.
    public static func connect(
        path: String,
        limits: ClientLimits = ClientLimits()
    ) async throws(ClientError) -> VarlinkClient {
        do {
            return try await connected(limits) { try await $0.connect(unixDomainSocketPath: path).get() }
        } catch let error as IOError {
            throw .cannotConnect(path: path, errno: error.errnoCode)
        } catch SocketAddressError.unixDomainSocketPathTooLong {
            throw .cannotConnect(path: path, errno: ENAMETOOLONG)
        } catch {
            throw .cannotConnect(path: path, errno: ECONNREFUSED)
        }
    }

    /// Takes over a descriptor that is connected already, such as one end of a socket pair to a program that
    /// relays to another host.
    public static func connected(
        descriptor: Int32,
        limits: ClientLimits = ClientLimits()
    ) async throws(ClientError) -> VarlinkClient {
        do {
            return try await connected(limits) { try await $0.withConnectedSocket(descriptor).get() }
        } catch {
            throw .connectionClosed
        }
    }

    /// Calls a method and returns the parameters of its reply.
    ///
    /// Throws a `VarlinkError` that the service answers with, or a `ClientError`.
    public func call(_ method: String, _ parameters: JSONObject = JSONObject()) async throws -> JSONObject {
        switch try await send(Call(method, parameters)).replies.first {
        case .final(let parameters): return parameters
        case .error(let error): throw error
        case .continues, nil: throw close(for: .contradictoryFlags)
        }
    }

    /// Calls a method and wants no reply; returns once the kernel has the call.
    public func callOneway(_ method: String, _ parameters: JSONObject = JSONObject())
        async throws(ClientError)
    {
        let message = try encoded(Call(method, parameters, mode: .oneway))
        let promise = channel.eventLoop.makePromise(of: Void.self)
        onLoop { $0.send(message, promise) }
        do { try await promise.futureResult.get() } catch { throw .connectionClosed }
    }

    /// Calls a method that answers with a series of replies; the call is sent when the iteration begins.
    ///
    /// Iterating throws what `call` throws. The next reply is asked for when it is wanted. Whoever stops
    /// before the end has to close the client: what is left of the series stands before every later reply.
    public func callMore(_ method: String, _ parameters: JSONObject = JSONObject()) -> Replies {
        Replies(client: self, call: Call(method, parameters, mode: .more))
    }

    /// Closes the connection; calls without an answer throw `connectionClosed`.
    public func close() async {
        channel.close(promise: nil)
        try? await channel.closeFuture.get()
    }

    // MARK: For a series

    /// Sends a call and waits for its first replies.
    func send(_ call: Call) async throws(ClientError) -> (number: Int, replies: [Reply]) {
        let message = try encoded(call)
        let number = lastNumber.add(1, ordering: .relaxed).newValue
        return (number, try await replies { $0.send(message, number: number, $1) })
    }

    /// Waits for the next replies of a series, at least one.
    func receive(_ number: Int) async throws(ClientError) -> [Reply] {
        try await replies { $0.receive(number: number, $1) }
    }

    // MARK: Within

    private func replies(
        _ ask: @escaping @Sendable (ClientHandler, ClientHandler.Waiter) -> Void
    ) async throws(ClientError) -> [Reply] {
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { waiter in
                onLoop { ask($0, waiter) }
            }
        } onCancel: {
            channel.close(promise: nil)
        }
        return try result.get()
    }

    private func encoded(_ call: Call) throws(ClientError) -> ByteBuffer {
        let bytes = call.encoded()
        guard bytes.count <= limits.messageBytes else { throw .messageTooLarge(limit: limits.messageBytes) }
        var message = ByteBuffer()
        message.reserveCapacity(bytes.count + 1)
        message.writeBytes(bytes)
        message.writeInteger(UInt8(0))
        return message
    }

    private func close(for violation: ProtocolViolation) -> ClientError {
        channel.close(promise: nil)
        return .protocolViolation(violation)
    }

    private func onLoop(_ body: @escaping @Sendable (ClientHandler) -> Void) {
        let handler = handler
        channel.eventLoop.execute { body(handler.value) }
    }

    private static func connected(
        _ limits: ClientLimits,
        _ connect: (ClientBootstrap) async throws -> any Channel
    ) async throws -> VarlinkClient {
        let loop = MultiThreadedEventLoopGroup.singleton.next()
        let bootstrap = ClientBootstrap(group: loop)
            .channelOption(.autoRead, value: false)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(ClientHandler(limits: limits))
                }
            }
        let channel = try await connect(bootstrap)
        let handler = try await loop.submit {
            NIOLoopBound(
                try channel.pipeline.syncOperations.handler(type: ClientHandler.self),
                eventLoop: loop
            )
        }.get()
        return VarlinkClient(channel, handler, limits)
    }
}
