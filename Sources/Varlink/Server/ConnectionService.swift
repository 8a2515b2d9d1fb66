// SPDX-License-Identifier: Apache-2.0

import NIOCore

/// Answers the calls of a connection, one after the other.
struct ConnectionService: Sendable {
    /// Longer messages are not decoded on an event loop, where other connections would wait for it.
    private static let briefBytes = 16 << 10

    let dispatcher: Dispatcher
    let limits: Limits
    let turns: CallTurns

    /// Serves a connection until it has ended and no call of it is under way.
    func serve(_ port: ConnectionPort) async {
        while await serveUntilWithdrawn(port) {}
    }

    /// Serves until a call is told to end early; returns whether more may follow.
    ///
    /// Cancelling reaches everything that the call does. It cannot be undone, and calls after it that expect
    /// no reply are still carried out, so they get tasks of their own.
    private func serveUntilWithdrawn(_ port: ConnectionPort) async -> Bool {
        await withTaskGroup(of: Bool.self) { group in
            group.addTask(executorPreference: port.executor) {
                await port.withdrawn()
                return true
            }
            group.addTask(executorPreference: port.executor) { await answerCalls(port) }
            var mayGoOn = true
            for await result in group {
                mayGoOn = mayGoOn && result
                group.cancelAll()
            }
            return mayGoOn
        }
    }

    private func answerCalls(_ port: ConnectionPort) async -> Bool {
        var reply: ByteBuffer?
        while let incoming = await port.next(after: reply) {
            reply = await answer(incoming, port)
            if Task.isCancelled {
                port.finish(reply)
                return true
            }
        }
        return false
    }

    /// The reply to a message; nil if there is none to send.
    private func answer(_ incoming: ConnectionPort.Incoming, _ port: ConnectionPort) async -> ByteBuffer? {
        let isBrief = incoming.message.readableBytes <= Self.briefBytes
        let request: Request
        do throws(ProtocolViolation) {
            request =
                isBrief
                ? try decode(incoming.message)
                : try await offLoop { () throws(ProtocolViolation) in
                    try decode(incoming.message)
                }
        } catch {
            port.close(.droppedViolation(port.peer, error))
            return nil
        }
        guard await port.begin(request.call.mode) else { return nil }
        let route: Dispatcher.Route
        do throws(VarlinkError) {
            route = try dispatcher.route(request)
        } catch {
            return encoded(.error(error), to: request.call, port)
        }
        guard !route.allowsSeries else { return await offLoop { await answer(route, incoming.number, port) } }
        await turns.begin(port.peer.userID)
        defer { turns.end(port.peer.userID) }
        guard !(isBrief && route.isBrief) else { return await answer(route, incoming.number, port) }
        return await offLoop { await answer(route, incoming.number, port) }
    }

    private func answer(_ route: Dispatcher.Route, _ number: Int, _ port: ConnectionPort) async -> ByteBuffer?
    {
        let call = route.call
        let series = route.allowsSeries ? ReplySeries(port, call: number, method: call.method) : nil
        do throws(VarlinkError) {
            let parameters = try await route.interface.call(call, from: port.peer, series: series)
            return encoded(.final(parameters), to: call, port)
        } catch {
            return encoded(.error(error), to: call, port)
        }
    }

    private func encoded(_ reply: Reply, to call: Call, _ port: ConnectionPort) -> ByteBuffer? {
        switch call.mode {
        case .single, .more: port.encoded(reply, of: call.method)
        case .oneway: nil
        }
    }

    private func decode(_ message: ByteBuffer) throws(ProtocolViolation) -> Request {
        try Request(decoding: message.readableBytesUInt8Span, depthLimit: limits.messageDepth)
    }

    /// Runs something on the shared pool of threads, which is where this task would be but for its
    /// connection.
    private func offLoop<Result: Sendable, Failure: Error>(
        _ body: @Sendable () async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        try await withTaskExecutorPreference(globalConcurrentExecutor, operation: body)
    }
}
