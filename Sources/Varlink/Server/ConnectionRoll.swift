// SPDX-License-Identifier: Apache-2.0

import NIOCore

/// Which connections a server has, how many each user has, and whether there may be more.
struct ConnectionRoll {
    private enum Phase {
        case ready
        case running
        case stopping
        case ended
    }

    /// Whether a connection may be.
    enum Decision {
        /// It may, under this number.
        case admitted(Int)
        /// It may not, for a reason to report.
        case refused(ServerEvent)
        /// It may not, for the server stops.
        case tooLate
    }

    private let limits: Limits
    private var phase = Phase.ready
    private var listeners: [any Channel] = []
    private var connections: [Int: ConnectionPort] = [:]
    private var usersConnections: [UInt32: Int] = [:]
    private var lastNumber = 0
    private var accepted: AsyncStream<Admission>.Continuation?
    private var deadline: Scheduled<Void>?
    private var lostListener = false

    /// A connection to be served.
    struct Admission: Sendable {
        let number: Int
        let port: ConnectionPort
    }

    init(limits: Limits) { self.limits = limits }

    /// All connections.
    var ports: [ConnectionPort] { Array(connections.values) }

    /// How many there are.
    var count: Int { connections.count }

    /// Lets connections come, or returns false if that has been done before.
    mutating func start(_ accepted: AsyncStream<Admission>.Continuation) -> Bool {
        switch phase {
        case .ready:
            phase = .running
            self.accepted = accepted
            return true
        case .stopping:
            accepted.finish()
            return true
        case .running, .ended: return false
        }
    }

    /// Adds a listener, or returns false if the server stops.
    mutating func add(_ listener: any Channel) -> Bool {
        guard isRunning else { return false }
        listeners.append(listener)
        return true
    }

    /// Decides about a connection and, if it may be, counts it and has it served.
    mutating func admit(_ port: ConnectionPort) -> Decision {
        guard isRunning else { return .tooLate }
        let peer = port.peer
        guard connections.count < limits.connections else {
            return .refused(.refusedConnections(peer, limit: limits.connections))
        }
        guard usersConnections[peer.userID, default: 0] < limits.connectionsPerUser else {
            return .refused(.refusedConnectionsOfUser(peer, limit: limits.connectionsPerUser))
        }
        lastNumber += 1
        connections[lastNumber] = port
        usersConnections[peer.userID, default: 0] += 1
        accepted?.yield(Admission(number: lastNumber, port: port))
        return .admitted(lastNumber)
    }

    /// Says that no connection will come to those that are there: the server ends with the last of them.
    func admitNoMore() { accepted?.finish() }

    /// Forgets a connection, once its calls have ended too: what runs counts, not what is connected.
    mutating func release(_ number: Int) {
        guard let port = connections.removeValue(forKey: number) else { return }
        let left = usersConnections[port.peer.userID, default: 1] - 1
        usersConnections[port.peer.userID] = left == 0 ? nil : left
    }

    /// Admits no more, and returns what has to be told so; nil if that has been done before.
    mutating func stop() -> (listeners: [any Channel], ports: [ConnectionPort])? {
        switch phase {
        case .ready, .running: phase = .stopping
        case .stopping, .ended: return nil
        }
        accepted?.finish()
        defer { listeners = [] }
        return (listeners, ports)
    }

    /// Notes that a listener has closed; returns whether it should not have.
    mutating func listenerHasClosed() -> Bool {
        guard isRunning else { return false }
        lostListener = true
        return true
    }

    /// Keeps the task that will end what has not ended by itself.
    mutating func setDeadline(_ task: Scheduled<Void>) {
        switch phase {
        case .ready, .running, .stopping: deadline = task
        case .ended: task.cancel()
        }
    }

    /// Ends the whole; returns whether it ended because a listener was lost.
    mutating func finish() -> Bool {
        phase = .ended
        deadline?.cancel()
        deadline = nil
        return lostListener
    }

    private var isRunning: Bool {
        switch phase {
        case .running: true
        case .ready, .stopping, .ended: false
        }
    }
}
