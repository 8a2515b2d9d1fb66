// SPDX-License-Identifier: Apache-2.0

import Glibc
import NIOCore
import NIOPosix
import Synchronization

/// Serves interfaces to local clients (UAPI.20 Varlink).
///
///     let server = Server(interfaces: [notes], information: information)
///     try await server.run(on: [Listener(path: "/run/notes/org.example.Notes")])
///
/// `org.varlink.service` is added by itself. Parameters are checked against the definition before an
/// interface sees them. The calls of one connection are answered strictly in order, and a client may send
/// ahead.
public final class Server: Sendable {
    /// Why a server could not run or go on.
    public enum Failure: Error, Hashable, Sendable {
        /// It runs or has run; a server runs once.
        case alreadyRun
        /// A listener or connection was taken by another server.
        case listenerTaken
        /// The system would not let us accept connections on a listener.
        case cannotListen(String)
        /// A connection that was passed to us cannot be served.
        case cannotServe(String)
        /// A listener closed without being told to.
        case listenerClosed
    }

    /// Whose messages may be as long as `Limits.trustedMessageBytes`.
    ///
    /// Asked on an event loop, when it matters.
    public typealias Trust = @Sendable (Peer) -> Bool

    private let service: ConnectionService
    private let limits: Limits
    private let rates: UserRates
    private let trusts: Trust
    private let tooLong: VarlinkError?
    private let onEvent: @Sendable (ServerEvent) -> Void
    private let group: any EventLoopGroup
    private let roll: Mutex<ConnectionRoll>

    /// A server of the given interfaces, no two of which have the same name.
    ///
    /// A reply beyond `Limits.replyBytes` is answered with the error `tooLong`; without one the connection is dropped.
    /// `onEvent` is called on an event loop and must not take long.
    public init(
        interfaces: [any VarlinkInterface],
        information: ServiceInformation,
        limits: Limits = Limits(),
        tooLong: VarlinkError? = nil,
        trusts: @escaping Trust = { _ in false },
        onEvent: @escaping @Sendable (ServerEvent) -> Void = { _ in }
    ) {
        let introspection = ServiceInterface(information, interfaces.map(\.description))
        service = ConnectionService(
            dispatcher: Dispatcher(interfaces + [introspection]),
            limits: limits,
            turns: CallTurns(perUser: limits.callsPerUser)
        )
        rates = UserRates(perSecond: limits.bytesPerSecondPerUser)
        self.limits = limits
        self.tooLong = tooLong
        self.trusts = trusts
        self.onEvent = onEvent
        group = MultiThreadedEventLoopGroup.singleton
        roll = Mutex(ConnectionRoll(limits: limits))
    }

    /// Serves until `shutdown()` is called and all calls under way have ended.
    ///
    /// Connections that are there already are served as well. Without a listener there will be no others, and the
    /// server ends with the last of them. Cancelling the task is a shutdown without the time for closing.
    public func run(
        on listeners: [Listener],
        serving connectionsAtHand: [InheritedConnection] = []
    ) async throws(Failure) {
        let (connections, accepted) = AsyncStream.makeStream(of: ConnectionRoll.Admission.self)
        guard roll.withLock({ $0.start(accepted) }) else { throw .alreadyRun }
        defer { for listener in listeners { listener.removeFile() } }
        var failure: Failure?
        do throws(Failure) {
            for listener in listeners { try await open(listener) }
            for connection in connectionsAtHand { try await adopt(connection) }
            if listeners.isEmpty { roll.withLock { $0.admitNoMore() } }
        } catch {
            failure = error
            shutdown()
        }
        await withTaskCancellationHandler {
            await withDiscardingTaskGroup { group in
                for await connection in connections {
                    group.addTask {
                        await self.service.serve(connection.port)
                        self.roll.withLock { $0.release(connection.number) }
                    }
                }
            }
        } onCancel: {
            shutdown()
            closeAll()
        }
        let lostListener = roll.withLock { $0.finish() }
        if let failure { throw failure }
        if lostListener { throw .listenerClosed }
    }

    /// Stops accepting, lets calls under way end and be answered, and closes; returns at once.
    ///
    /// Series are told to end. What is still under way after `Limits.closingTime` loses its connection.
    public func shutdown() {
        guard let (listeners, ports) = roll.withLock({ $0.stop() }) else { return }
        for listener in listeners { listener.close(promise: nil) }
        for port in ports { port.stop() }
        let deadline = group.any().scheduleTask(in: TimeAmount(limits.closingTime)) { self.closeAll() }
        roll.withLock { $0.setDeadline(deadline) }
    }

    /// How many connections are open.
    public var connectionCount: Int { roll.withLock { $0.count } }

    private func closeAll() {
        for port in roll.withLock({ $0.ports }) { port.drop(.droppedClosing(port.peer)) }
    }

    // MARK: Accepting

    private func open(_ listener: Listener) async throws(Failure) {
        guard let descriptor = listener.takeDescriptor() else { throw .listenerTaken }
        let channel: any Channel
        do {
            channel = try await ServerBootstrap(group: group)
                .serverChannelInitializer { channel in
                    // Without it, accepting would be tried without pause while there are no descriptors left.
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(AcceptBackoffHandler())
                    }
                }
                .childChannelOption(.autoRead, value: false)
                .childChannelOption(.allowRemoteHalfClosure, value: true)
                .childChannelOption(.writeBufferWaterMark, value: backlog)
                .childChannelInitializer { self.accept($0) }
                .withBoundSocket(descriptor)
                .get()
        } catch {
            throw .cannotListen("\(error)")
        }
        guard roll.withLock({ $0.add(channel) }) else { return channel.close(promise: nil) }
        channel.closeFuture.whenComplete { _ in
            if self.roll.withLock({ $0.listenerHasClosed() }) { self.shutdown() }
        }
    }

    private func adopt(_ connection: InheritedConnection) async throws(Failure) {
        guard let transport = connection.takeTransport() else { throw .listenerTaken }
        do {
            switch transport {
            case .socket(let descriptor):
                _ = try await ClientBootstrap(group: group)
                    .channelOption(.autoRead, value: false)
                    .channelOption(.allowRemoteHalfClosure, value: true)
                    .channelOption(.writeBufferWaterMark, value: backlog)
                    .channelInitializer { self.accept($0) }
                    .withConnectedSocket(descriptor)
                    .get()
            case .streams(let input, let output, let peer):
                _ = try await NIOPipeBootstrap(group: group)
                    .channelOption(.autoRead, value: false)
                    .channelOption(.allowRemoteHalfClosure, value: true)
                    .channelOption(.writeBufferWaterMark, value: backlog)
                    .channelInitializer { self.accept($0, from: peer) }
                    .takingOwnershipOfDescriptors(input: input, output: output)
                    .get()
            }
        } catch {
            throw .cannotServe("\(error)")
        }
    }

    private var backlog: ChannelOptions.Types.WriteBufferWaterMark {
        let high = max(limits.backlogBytes, 2)
        return ChannelOptions.Types.WriteBufferWaterMark(low: high / 2, high: high)
    }

    /// Finds out who has connected, on the connection's event loop, and has them served or closes.
    private func accept(_ channel: any Channel, from known: Peer? = nil) -> EventLoopFuture<Void> {
        let pipeline = channel.pipeline.syncOperations
        let done = channel.eventLoop.makeSucceededVoidFuture()
        do {
            let peer =
                try known
                ?? pipeline.withUnsafeTransportIfAvailable(of: NIOBSDSocket.Handle.self) { socket in
                    try Peer(of: socket)
                }
            guard let peer else { throw Peer.Unknown(errno: ENOTSOCK) }
            let handler = ConnectionHandler(
                peer: peer,
                limits: limits,
                rates: rates,
                trusts: trusts,
                onEvent: onEvent
            )
            try pipeline.addHandler(handler)
            let port = ConnectionPort(
                handler,
                loop: channel.eventLoop,
                peer: peer,
                replyBytes: limits.replyBytes,
                tooLong: tooLong
            )
            switch roll.withLock({ $0.admit(port) }) {
            case .admitted: return done
            case .refused(let event): onEvent(event)
            case .tooLate: break
            }
        } catch let error as Peer.Unknown {
            onEvent(.refusedUnknownPeer(errno: error.errno))
        } catch {
            return channel.eventLoop.makeFailedFuture(error)
        }
        channel.close(promise: nil)
        return done
    }
}
