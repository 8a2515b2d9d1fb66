// SPDX-License-Identifier: Apache-2.0
import CPoll
import Glibc

/// Many clients at once, each with a connection and at most one call under way, driven by one thread.
///
/// One thread, as pgbench has by default, since the clients share the machine's processors with what they measure.
final class Clients {
    /// How a call comes to be made.
    enum Arrival {
        /// A client calls as soon as its last call is answered.
        case closed
        /// A call is due at fixed intervals, in nanoseconds, whether or not earlier ones are answered.
        case open(interval: Int64)
    }

    /// What came of it.
    struct Outcome {
        /// From the moment a call was due, so that a stall counts for all calls that it holds up.
        var latencies = Latencies()
        var seconds = 0.0

        var callsPerSecond: Double { Double(latencies.count) / seconds }
    }

    /// How long no reply may come at all, in seconds.
    private static let patienceSeconds = 30

    private let connections: [Connection]
    private var polls: [pollfd]
    /// When the call that a client waits for was due.
    private var due: [Instant]
    private var idle: [Int]

    /// Connects them.
    init(_ count: Int, to socket: String) throws(Failure) {
        var connections: [Connection] = []
        for _ in 0..<count { connections.append(try Connection(socket)) }
        self.connections = connections
        polls = connections.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
        due = Array(repeating: Instant(nanoseconds: 0), count: count)
        idle = Array(0..<count)
    }

    /// Makes calls for some seconds and waits for the last replies.
    func run(
        _ arrival: Arrival,
        seconds: Double,
        _ message: () -> [UInt8]
    ) throws(Failure) -> Outcome {
        var outcome = Outcome()
        let start = Instant.now
        let end = start + Int64(seconds * 1e9)
        // When the next call is due; nil when that is as soon as a client is idle.
        var next: Instant? = if case .open = arrival { start } else { nil }
        while true {
            let now = Instant.now
            while let client = idle.last {
                let instant = next ?? .now
                guard next == nil || instant <= now, instant < end else { break }
                if case .open(let interval) = arrival { next = instant + interval }
                idle.removeLast()
                due[client] = instant
                try connections[client].send(message())
            }
            let isOver = (next ?? now) >= end
            if isOver, idle.count == connections.count { break }
            try wait(until: isOver || idle.isEmpty ? nil : next)
            try takeReplies(&outcome)
        }
        outcome.seconds = start.secondsAgo
        return outcome
    }

    private func wait(until instant: Instant?) throws(Failure) {
        let patience = Int64(Self.patienceSeconds) * 1_000_000_000
        let timeout = instant.map { max(0, $0.since(.now)) } ?? patience
        let ready = cpoll_wait(&polls, UInt(polls.count), timeout)
        guard ready > 0 || (ready == 0 && instant != nil) || errno == EINTR else {
            throw ready == 0 ? .daemon("no reply for \(Self.patienceSeconds) seconds") : .system("ppoll")
        }
    }

    private func takeReplies(_ outcome: inout Outcome) throws(Failure) {
        for client in polls.indices where polls[client].revents != 0 {
            polls[client].revents = 0
            guard try connections[client].receive() else { continue }
            outcome.latencies.add(Instant.now.since(due[client]))
            idle.append(client)
        }
    }
}
