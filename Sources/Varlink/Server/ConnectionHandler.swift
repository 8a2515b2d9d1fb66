// SPDX-License-Identifier: Apache-2.0

import NIOCore

/// One connection on its event loop: splits what comes into messages, hands out one at a time, and sends replies.
///
/// It reads from the socket only while nobody has a call under way, so that a client that sends ahead is held back
/// by the kernel and costs nothing here. While it does not read it still learns that the peer hangs up.
final class ConnectionHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// How far the present message is.
    private enum Progress {
        /// There is none.
        case idle
        /// It is handed out and not decoded.
        case received
        /// It is a call that is being answered.
        case underWay(Call.Mode)
        /// It is a call that was told to end.
        case withdrawn
    }

    private let peer: Peer
    private let limits: Limits
    private let trusts: @Sendable (Peer) -> Bool
    private let onEvent: @Sendable (ServerEvent) -> Void

    /// Nil before and after the connection.
    private var context: ChannelHandlerContext?
    private var frames = FrameBuffer()
    /// The most that the present message may have, raised for a trusted peer once that matters.
    private var messageLimit: Int
    private var progress = Progress.idle
    private var number = 0
    private var isInputClosed = false
    /// No call is taken any more; what was sent is still delivered.
    private var isClosing = false
    private var isStopping = false
    /// Whoever waits for the next message has been told that there is none.
    private var isOver = false

    private var next: CheckedContinuation<ConnectionPort.Incoming?, Never>?
    private var withdrawal: CheckedContinuation<Void, Never>?
    private var sends: [CheckedContinuation<Bool, Never>] = []
    private var stallCheck: Scheduled<Void>?

    init(
        peer: Peer,
        limits: Limits,
        trusts: @escaping @Sendable (Peer) -> Bool,
        onEvent: @escaping @Sendable (ServerEvent) -> Void
    ) {
        self.peer = peer
        self.limits = limits
        self.trusts = trusts
        self.onEvent = onEvent
        messageLimit = limits.messageBytes
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
        if let reply { write(reply) }
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
        withdrawal = continuation
    }

    func send(_ message: ByteBuffer, call: Int, _ continuation: CheckedContinuation<Bool, Never>) {
        guard let context, !isClosing, call == number else { return continuation.resume(returning: false) }
        switch progress {
        case .idle, .received: return continuation.resume(returning: false)
        case .underWay, .withdrawn: break
        }
        write(message)
        guard !context.channel.isWritable else { return continuation.resume(returning: true) }
        sends.append(continuation)
    }

    func stop() {
        isStopping = true
        switch progress {
        case .idle: advance()
        case .underWay(.more): withdraw()
        case .received, .underWay(.single), .underWay(.oneway), .withdrawn: break
        }
    }

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
        context.close(promise: nil)
    }

    // MARK: From the channel

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) { end() }

    func channelActive(context: ChannelHandlerContext) { advance() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isClosing else { return }
        frames.append(unwrapInboundIn(data))
    }

    func channelReadComplete(context: ChannelHandlerContext) { advance() }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard case .some(.inputClosed) = event as? ChannelEvent else { return }
        isInputClosed = true
        advance()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        guard context.channel.isWritable else { return watchStall() }
        stallCheck?.cancel()
        stallCheck = nil
        for send in takeSends() { send.resume(returning: true) }
        if isClosing { watchStall() }
        advance()
    }

    func channelInactive(context: ChannelHandlerContext) { end() }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    // MARK: Moving on

    /// Hands out the next message if someone waits for it and it is there, or asks for more bytes.
    private func advance() {
        guard next != nil else { return }
        if isClosing { return handOut(nil) }
        if isStopping { return closeDelivered() }
        if let context, !context.channel.isActive || !context.channel.isWritable { return }
        switch frames.next(limit: messageLimit) {
        case .message(let message):
            messageLimit = limits.messageBytes
            number += 1
            progress = .received
            handOut(ConnectionPort.Incoming(number: number, message: message))
        case .incomplete:
            guard let context else { return handOut(nil) }
            if isInputClosed { closeDelivered() } else { context.read() }
        case .tooLong:
            guard messageLimit < limits.trustedMessageBytes, trusts(peer) else {
                return close(.droppedViolation(peer, .tooLong(limit: messageLimit)))
            }
            messageLimit = limits.trustedMessageBytes
            advance()
        }
    }

    private func handOut(_ incoming: ConnectionPort.Incoming?) {
        let continuation = next
        next = nil
        continuation?.resume(returning: incoming)
        guard incoming == nil else { return }
        isOver = true
        resumeWithdrawal()
    }

    /// Tells the call under way that it shall end.
    private func withdraw() {
        progress = .withdrawn
        resumeWithdrawal()
    }

    private func resumeWithdrawal() {
        let continuation = withdrawal
        withdrawal = nil
        continuation?.resume()
    }

    /// The peer is gone.
    ///
    /// Calls that expect no reply are carried out all the same.
    private func end() {
        guard context != nil else { return }
        context = nil
        stallCheck?.cancel()
        stallCheck = nil
        for send in takeSends() { send.resume(returning: false) }
        switch progress {
        case .underWay(.single), .underWay(.more): withdraw()
        case .idle, .received, .underWay(.oneway), .withdrawn: break
        }
        advance()
    }

    private func takeSends() -> [CheckedContinuation<Bool, Never>] {
        defer { sends = [] }
        return sends
    }

    // MARK: Writing

    private func write(_ message: ByteBuffer) {
        guard let context, !isClosing else { return }
        context.writeAndFlush(wrapOutboundOut(message), promise: nil)
    }

    private func closeDelivered() {
        isClosing = true
        frames = FrameBuffer()
        if let context {
            let delivered = context.eventLoop.makePromise(of: Void.self)
            context.writeAndFlush(wrapOutboundOut(ByteBuffer()), promise: delivered)
            let channel = context.channel
            delivered.futureResult.whenComplete { _ in channel.close(promise: nil) }
            watchStall()
        }
        advance()
    }

    /// Drops the connection if not one byte leaves within the time for that.
    private func watchStall() {
        guard let context, stallCheck == nil else { return }
        let before = waitingBytes(context)
        stallCheck = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(limits.stallTime)) {
            self.stallCheck = nil
            guard let context = self.context else { return }
            guard self.waitingBytes(context) < before else { return self.drop(.droppedStalled(self.peer)) }
            self.watchStall()
        }
    }

    private func waitingBytes(_ context: ChannelHandlerContext) -> Int {
        (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
    }
}
