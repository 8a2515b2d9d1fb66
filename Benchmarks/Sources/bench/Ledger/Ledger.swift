// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A ledger of our own and the daemon that serves it.
final class Ledger {
    /// How long a daemon may take until it answers, in seconds: a million entries are replayed in far less.
    private static let patienceSeconds = 600.0
    /// Between two attempts to connect to a daemon that starts, in microseconds.
    private static let pauseMicroseconds: UInt32 = 500
    /// What has to be kept for the ledger to be whole; all else in its directory is a cache.
    private static let essentialNames: Set = [
        "ledger.sqlite", "ledger.sqlite-wal", "ledger.sqlite-shm", "lock", "signing-key",
    ]
    /// More than the busiest row has; a user has 16 by default.
    private static let connections = 100

    private let workplace: Workplace
    private let name: String
    private let state: String
    private var daemon: Program?

    let socket: String
    /// By which an export is verified.
    let publicKey: String

    /// Founds a ledger.
    init(_ name: String, in workplace: Workplace) throws(Failure) {
        self.workplace = workplace
        self.name = name
        state = workplace.file("\(name).state")
        socket = workplace.file("\(name).socket")
        try File.write(
            """
            users:
              \(geteuid()):
                roles: [reader, recorder, auditor]
                for: [programme-office]

            """,
            to: workplace.file("\(name).policy.yaml")
        )
        try File.write(
            """
            # What protects others from one user is not what is measured.
            limits:
              connectionsPerUser: \(Self.connections)
              callsPerUser: \(Self.connections)
              bytesPerSecondPerUser: 1073741824
              entriesPerSecondPerUser: 1000000

            """,
            to: workplace.file("\(name).yaml")
        )
        let said = try Program.run(
            [workplace.file("jvledgerd"), "init", name, "--administrator", "root"]
                + Self.places(name, workplace),
            output: workplace.file("\(name).init.log")
        )
        guard
            let line = said.split(separator: "\n").first(where: { $0.contains("Public key") }),
            let key = line.split(separator: " ").last
        else { throw .daemon("init names no public key") }
        publicKey = String(key)
    }

    private static func places(_ name: String, _ workplace: Workplace) -> [String] {
        [
            "--state-directory", workplace.file("\(name).state"),
            "--policy", workplace.file("\(name).policy.yaml"), "--config", workplace.file("\(name).yaml"),
        ]
    }

    /// The memory of the daemon now.
    var memory: Memory? { daemon.flatMap { Memory(of: $0.processID) } }

    /// Whether there is anything that a daemon could start from instead of every entry.
    var hasCaches: Bool { !caches.isEmpty }

    private var caches: [String] { File.names(in: state).filter { !Self.essentialNames.contains($0) } }

    /// Starts the daemon; returns the seconds from then until it has answered a first call.
    @discardableResult
    func start() throws(Failure) -> Double {
        let start = Instant.now
        let daemon = try Program(
            [workplace.file("jvledgerd"), "--instance", name, "--socket", socket]
                + Self.places(name, workplace),
            output: workplace.file("\(name).log")
        )
        self.daemon = daemon
        while start.secondsAgo < Self.patienceSeconds {
            if let connection = try? Connection(socket), (try? connection.call(Message.empty)) != nil {
                return start.secondsAgo
            }
            guard daemon.runs else { throw daemon.failure }
            usleep(Self.pauseMicroseconds)
        }
        throw .daemon("no answer for \(Int(Self.patienceSeconds)) seconds")
    }

    /// Stops the daemon in order.
    func stop() throws(Failure) {
        guard let daemon else { return }
        self.daemon = nil
        daemon.send(SIGTERM)
        guard daemon.end() == 0 else { throw daemon.failure }
    }

    /// Removes what a daemon could start from instead of every entry, while none runs.
    func removeCaches() {
        for name in caches { File.remove("\(state)/\(name)") }
    }

    /// Runs a `jvctl` command on this ledger.
    func control(_ arguments: [String]) throws(Failure) {
        try Program.run(
            [workplace.file("jvctl")] + arguments + ["--socket", socket],
            output: workplace.file("\(name).jvctl.log")
        )
    }
}
