// SPDX-License-Identifier: Apache-2.0

import NIOCore

/// One connection on its event loop: splits what comes into messages, hands out one at a time, and sends
/// replies.
///
/// It reads from the socket only while nobody has a call under way, so that a client that sends ahead is held
/// back by the kernel and costs nothing here. While it does not read it still learns that the peer hangs up.
final class ConnectionHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// Shared with the tasks that send.
    let window: SendWindow

    private let peer: Peer
    private let limits: Limits
    private let pace: ReadPace
    private let trusts: @Sendable (Peer) -> Bool
    private let onEvent: @Sendable (ServerEvent) -> Void

    /// Nil before and after the connection.
    private var context: ChannelHandlerContext?
    private var frames = FrameBuffer()
    /// The most that the present message may have, raised for a trusted peer once that matters.
    private var messageLimit: Int
    private var progress = CallProgress.idle
    private var number = 0
    private var isInputClosed = false
    /// No call is taken any more; what was sent is still delivered.
    private var isClosing = false
    private var isStopping = false
    /// The server stops, and a call may still be on its way from whoever connected just before.
    private var isLingering = false
    /// Whoever waits for the next message has been told that there is none.
    private var isOver = false

    private var next: CheckedContinuation<ConnectionPort.Incoming?, Never>?
    private var withdrawals = Waiters<Void>()
    private var sends = Waiters<Bool>()
    private let stallWatch: StallWatch
    private var isFlushDue = false

    init(
        peer: Peer,
        limits: Limits,
        rates: UserRates,
        trusts: @escaping @Sendable (Peer) -> Bool,
        onEvent: @escaping @Sendable (ServerEvent) -> Void
    ) {
        self.peer = peer
        self.limits = limits
        pace = ReadPace(rates, user: peer.userID)
        self.trusts = trusts
        self.onEvent = onEvent
        messageLimit = limits.messageBytes
        stallWatch = StallWatch(time: limits.stallTime)
        window = SendWindow(limit: limits.backlogBytes)
    }

    // MARK: From the tasks

    func next(after reply: ByteBuffer?, _ continuation: CheckedContinuation<ConnectionPort.Incoming?, Never>)
    {
        finish(reply)
        next = continuation
        advance()
    }

    func finish(_ reply: ByteBuffer?) {
        progress = .idle
        guard let reply, let context, !isClosing else { return }
        context.writeAndFlush(wrapOutboundOut(reply), promise: nil)
    }

    func begin(_ mode: Call.Mode) -> Bool {
        progress = .underWay(mode)
        if context == nil { return mode == .oneway }
        if isStopping && mode == .more { withdraw() }
        return true
    }

    func whenWithdrawn(_ continuation: CheckedContinuation<Void, Never>) {
        if case .withdrawn = progress { return continuation.resume() }
        if isOver { return continuation.resume() }
        withdrawals.add(continuation)
    }

    /// Sends a reply of a series; the continuation, if any, learns when the next may be sent, or that none
    /// may.
    func send(_ message: ByteBuffer, call: Int, _ continuation: CheckedContinuation<Bool, Never>?) {
        window.arrived(message.readableBytes)
        guard let context, !isClosing, call == number, progress.isAnswering else {
            continuation?.resume(returning: false)
            return
        }
        context.write(wrapOutboundOut(message), promise: nil)
        flushSoon(context)
        guard let continuation else { return }
        guard !context.channel.isWritable else { return continuation.resume(returning: true) }
        sends.add(continuation)
    }

    func stop() {
        isStopping = true
        switch progress {
        case .idle: linger()
        case .underWay(.more): withdraw()
        case .received, .underWay(.single), .underWay(.oneway), .withdrawn: break
        }
    }

    /// Tells of something that ends nothing.
    func report(_ event: ServerEvent) { onEvent(event) }

    /// Ends the connection once earlier replies are delivered.
    func close(_ event: ServerEvent) {
        guard !isClosing else { return }
        onEvent(event)
        closeDelivered()
    }

    /// Ends the connection at once.
    func drop(_ event: ServerEvent) {
        guard let context else { return }
        onEvent(event)
        isClosing = true
        window.close()
        context.close(promise: nil)
    }

    // MARK: From the channel

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) { end() }

    func channelActive(context: ChannelHandlerContext) { advance() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isClosing else { return }
        let bytes = unwrapInboundIn(data)
        pace.note(bytes.readableBytes)
        frames.append(bytes)
    }

    func channelReadComplete(context: ChannelHandlerContext) { advance() }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard case .some(.inputClosed) = event as? ChannelEvent else { return }
        isInputClosed = true
        advance()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        window.holdBack(!context.channel.isWritable)
        guard context.channel.isWritable else { return watchStall(context) }
        stallWatch.stop()
        sends.resume(returning: true)
        if isClosing { watchStall(context) }
        advance()
    }

    func channelInactive(context: ChannelHandlerContext) { end() }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    // MARK: Moving on

    /// Hands out the next message if someone waits for it and it is there, or asks for more bytes.
    private func advance() {
        guard next != nil else { return }
        if isClosing { return handOut(nil) }
        if isStopping, !isLingering { return closeDelivered() }
        if let context, !context.channel.isActive || !context.channel.isWritable { return }
        switch frames.next(limit: messageLimit) {
        case .message(let message):
            messageLimit = limits.messageBytes
            number += 1
            progress = .received
            handOut(ConnectionPort.Incoming(number: number, message: message))
        case .incomplete:
            guard let context else { return handOut(nil) }
            if isInputClosed { closeDelivered() } else { pace.read(context) { self.advance() } }
        case .tooLong:
            guard messageLimit < limits.trustedMessageBytes, trusts(peer) else {
                return close(.droppedViolation(peer, .tooLong(limit: messageLimit)))
            }
            messageLimit = limits.trustedMessageBytes
            advance()
        }
    }

    private func linger() {
        guard let context else { return advance() }
        isLingering = true
        context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(limits.lingerTime)) {
            self.isLingering = false
            self.advance()
        }
    }

    private func handOut(_ incoming: ConnectionPort.Incoming?) {
        let continuation = next
        next = nil
        continuation?.resume(returning: incoming)
        guard incoming == nil else { return }
        isOver = true
        withdrawals.resume(returning: ())
    }

    /// Tells the call under way that it shall end.
    private func withdraw() {
        progress = .withdrawn
        withdrawals.resume(returning: ())
    }

    /// The peer is gone.
    ///
    /// Calls that expect no reply are carried out all the same.
    private func end() {
        guard context != nil else { return }
        context = nil
        window.close()
        stallWatch.stop()
        sends.resume(returning: false)
        switch progress {
        case .underWay(.single), .underWay(.more): withdraw()
        case .idle, .received, .underWay(.oneway), .withdrawn: break
        }
        advance()
    }

    // MARK: Writing

    /// Flushes once for all replies that the event loop has at hand: a series may have many.
    private func flushSoon(_ context: ChannelHandlerContext) {
        guard !isFlushDue else { return }
        isFlushDue = true
        context.eventLoop.assumeIsolated().execute {
            self.isFlushDue = false
            self.context?.flush()
        }
    }

    private func closeDelivered() {
        isClosing = true
        window.close()
        frames = FrameBuffer()
        if let context {
            let delivered = context.eventLoop.makePromise(of: Void.self)
            context.writeAndFlush(wrapOutboundOut(ByteBuffer()), promise: delivered)
            let channel = context.channel
            delivered.futureResult.whenComplete { _ in channel.close(promise: nil) }
            watchStall(context)
        }
        advance()
    }

    private func watchStall(_ context: ChannelHandlerContext) {
        stallWatch.start(context.channel) { self.drop(.droppedStalled(self.peer)) }
    }
}
