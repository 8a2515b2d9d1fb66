// SPDX-License-Identifier: Apache-2.0

import NIOCore

/// The client's end of a connection on its event loop: sends calls and gives each its replies, in order.
///
/// It reads from the socket only while the call whose turn it is has someone waiting, so that a slow reader
/// of a series holds the server back and not the replies here.
final class ClientHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer
    typealias Waiter = CheckedContinuation<Result<[Reply], ClientError>, Never>

    /// A call and those of its replies that nobody has taken yet.
    private struct Exchange {
        var replies: [Reply] = []
        var waiter: Waiter?
    }

    private let limits: ClientLimits
    /// Nil before and after the connection.
    private var context: ChannelHandlerContext?
    private var frames = FrameBuffer()
    /// The calls that have not had their last reply, in order.
    private var unanswered: CircularBuffer<Int> = []
    private var exchanges: [Int: Exchange] = [:]
    private var failure = ClientError.connectionClosed

    init(limits: ClientLimits) { self.limits = limits }

    // MARK: From the tasks

    /// Sends a call and gives its first replies to the waiter.
    func send(_ message: ByteBuffer, number: Int, _ waiter: Waiter) {
        guard let context else { return waiter.resume(returning: .failure(failure)) }
        unanswered.append(number)
        exchanges[number] = Exchange(waiter: waiter)
        context.writeAndFlush(wrapOutboundOut(message), promise: nil)
        readIfAwaited()
    }

    /// Sends a call that has no reply; the promise is fulfilled once the kernel has it.
    func send(_ message: ByteBuffer, _ promise: EventLoopPromise<Void>) {
        guard let context else { return promise.fail(failure) }
        context.writeAndFlush(wrapOutboundOut(message), promise: promise)
    }

    /// Gives the next replies of a call to the waiter: all that have come, or the first that will.
    func receive(number: Int, _ waiter: Waiter) {
        guard var exchange = exchanges[number] else { return waiter.resume(returning: .failure(failure)) }
        if let last = exchange.replies.last {
            exchanges[number] = last.isLast ? nil : Exchange()
            return waiter.resume(returning: .success(exchange.replies))
        }
        guard context != nil else { return waiter.resume(returning: .failure(failure)) }
        exchange.waiter = waiter
        exchanges[number] = exchange
        readIfAwaited()
    }

    // MARK: From the channel

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) { end() }

    func channelActive(context: ChannelHandlerContext) { readIfAwaited() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard self.context != nil else { return }
        frames.append(unwrapInboundIn(data))
        do throws(ClientError) {
            while let message = try nextMessage() { try deliver(message) }
        } catch {
            failure = error
            end()
            context.close(promise: nil)
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) { readIfAwaited() }

    func channelInactive(context: ChannelHandlerContext) { end() }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    // MARK: Moving on

    private func nextMessage() throws(ClientError) -> ByteBuffer? {
        switch frames.next(limit: limits.messageBytes) {
        case .message(let message): return message
        case .incomplete: return nil
        case .tooLong: throw .messageTooLarge(limit: limits.messageBytes)
        }
    }

    private func deliver(_ message: ByteBuffer) throws(ClientError) {
        let reply: Reply
        do {
            reply = try Reply(decoding: message.readableBytesUInt8Span, depthLimit: limits.messageDepth)
        } catch {
            throw .protocolViolation(error)
        }
        guard let number = unanswered.first, var exchange = exchanges[number] else {
            throw .protocolViolation(.unexpectedReply)
        }
        if reply.isLast { unanswered.removeFirst() }
        if let waiter = exchange.waiter {
            exchange.waiter = nil
            exchanges[number] = reply.isLast ? nil : exchange
            waiter.resume(returning: .success([reply]))
        } else {
            exchange.replies.append(reply)
            exchanges[number] = exchange
        }
    }

    private func readIfAwaited() {
        guard let context, context.channel.isActive, let number = unanswered.first else { return }
        if exchanges[number]?.waiter != nil { context.read() }
    }

    /// The connection is gone.
    ///
    /// Replies that have come can still be taken.
    private func end() {
        guard context != nil else { return }
        context = nil
        unanswered = []
        for (number, exchange) in exchanges {
            if let waiter = exchange.waiter {
                exchanges[number] = nil
                waiter.resume(returning: .failure(failure))
            }
        }
    }
}

extension Reply {
    /// Whether no other reply follows.
    fileprivate var isLast: Bool {
        switch self {
        case .final, .error: true
        case .continues: false
        }
    }
}
