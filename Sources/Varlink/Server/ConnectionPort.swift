// SPDX-License-Identifier: Apache-2.0

import NIOCore

/// What the tasks of a connection see of it: a door to its event loop.
struct ConnectionPort: Sendable {
    /// Who is at the other end.
    let peer: Peer
    /// Runs tasks on the connection's event loop.
    let executor: LoopExecutor
    private let loop: any EventLoop
    private let handler: NIOLoopBound<ConnectionHandler>
    private let window: SendWindow
    private let replyBytes: Int
    private let tooLong: VarlinkError?

    /// Made on the event loop.
    init(
        _ handler: ConnectionHandler,
        loop: any EventLoop,
        peer: Peer,
        replyBytes: Int,
        tooLong: VarlinkError?
    ) {
        self.peer = peer
        self.loop = loop
        window = handler.window
        self.handler = NIOLoopBound(handler, eventLoop: loop)
        self.replyBytes = replyBytes
        self.tooLong = tooLong
        executor = LoopExecutor(loop)
    }

    /// A message and its number on the connection.
    struct Incoming: Sendable {
        let number: Int
        let message: ByteBuffer
    }

    /// Ends the call under way, sending its reply if there is one, and waits for the next message.
    ///
    /// Nil means that there will be none.
    func next(after reply: ByteBuffer?) async -> Incoming? {
        await withCheckedContinuation { continuation in
            onLoop { $0.next(after: reply, continuation) }
        }
    }

    /// Tells how many replies the present message wants, and returns whether anyone still waits for them.
    func begin(_ mode: Call.Mode) async -> Bool {
        await withCheckedContinuation { continuation in
            onLoop { continuation.resume(returning: $0.begin(mode)) }
        }
    }

    /// Ends the call under way, sending its reply if there is one.
    func finish(_ reply: ByteBuffer?) { onLoop { $0.finish(reply) } }

    /// Waits until the call under way shall end early, or the connection has ended.
    func withdrawn() async {
        await withCheckedContinuation { continuation in
            onLoop { $0.whenWithdrawn(continuation) }
        }
    }

    /// Sends a reply that others follow.
    func send(_ reply: Reply, of method: String, call: Int) async throws(VarlinkError) {
        guard let message = encoded(reply, of: method) else { throw .disconnected }
        switch window.permission(for: message.readableBytes) {
        case .goOn: onLoop { $0.send(message, call: call, nil) }
        case .wait:
            let isSent = await withCheckedContinuation { continuation in
                onLoop { $0.send(message, call: call, continuation) }
            }
            guard isSent else { throw .disconnected }
        case .giveUp: throw .disconnected
        }
    }

    /// A reply as it is sent; one that is too long is an error, or ends the connection if there is no error for it.
    func encoded(_ reply: Reply, of method: String) -> ByteBuffer? {
        let message = reply.encoded()
        guard message.readableBytes > replyBytes else { return message }
        if let tooLong {
            let event = ServerEvent.refusedReplyTooLong(peer, method: method, bytes: message.readableBytes)
            onLoop { $0.report(event) }
            return Reply.error(tooLong).encoded()
        }
        let event = ServerEvent.droppedReplyTooLong(peer, method: method, bytes: message.readableBytes)
        onLoop { $0.close(event) }
        return nil
    }

    /// Ends the connection once earlier replies are delivered.
    func close(_ event: ServerEvent) { onLoop { $0.close(event) } }

    /// Takes no more calls and ends a series.
    func stop() { onLoop { $0.stop() } }

    /// Ends the connection at once, unless it has ended.
    func drop(_ event: ServerEvent) { onLoop { $0.drop(event) } }

    private func onLoop(_ body: @escaping @Sendable (ConnectionHandler) -> Void) {
        guard !loop.inEventLoop else { return body(handler.value) }
        let handler = handler
        loop.execute { body(handler.value) }
    }
}
