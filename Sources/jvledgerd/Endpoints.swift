// SPDX-License-Identifier: Apache-2.0
import Glibc
import Systemd
import Varlink

/// Where the daemon is asked: what it was told, else what it was passed, else the usual place.
struct Endpoints {
    /// Whoever listens without a place of its own sets this variable: a path, or `-` for standard input and output.
    static let variable = "SYSTEMD_VARLINK_LISTEN"

    /// The name of a socket that is passed for io.systemd.Metrics, which is served there alone.
    static let metricsName = "varlink-metrics"

    /// Where anyone may connect.
    let listeners: [Listener]
    /// Where metrics are asked for; only a service manager passes one.
    let metricsListeners: [Listener]
    /// What is connected already; without a listener the daemon ends with the last of them.
    let connections: [InheritedConnection]

    /// The socket of the command line; otherwise those that were passed (`$LISTEN_FDS`); otherwise what
    /// `$SYSTEMD_VARLINK_LISTEN` says; otherwise the configured path or the usual one.
    init(socket: String?, configured: String?, instance: String) throws(Failure) {
        do {
            let passed = try Activation.inheritedSockets()
            let metrics = try passed.filter { $0.name == Self.metricsName && $0.role == .listening }
                .map { try Listener(inheriting: $0.descriptor) }
            let inherited = passed.filter { $0.name != Self.metricsName }
            let variable = ProcessEnvironment.current[Self.variable]
            switch (socket, variable) {
            case (let path?, _):
                self.init(listeners: [try Listener(path: path)], metrics: metrics)
            case (nil, _) where !inherited.isEmpty:
                self.init(
                    listeners: try inherited.filter { $0.role == .listening }
                        .map { try Listener(inheriting: $0.descriptor) },
                    metrics: metrics,
                    connections: try inherited.filter { $0.role == .connected }
                        .map { try InheritedConnection(inheriting: $0.descriptor) }
                )
            case (nil, "-"):
                let streams = try InheritedConnection(reading: STDIN_FILENO, writing: STDOUT_FILENO)
                self.init(connections: [streams])
            case (nil, let path?):
                self.init(listeners: [try Listener(path: path)])
            case (nil, nil):
                let path = configured ?? "/run/jvledger/\(instance)/io.jvledger.Ledger"
                self.init(listeners: [try Listener(path: path)], metrics: metrics)
            }
        } catch { throw .failed("cannot listen: \(error)") }
    }

    private init(
        listeners: [Listener] = [],
        metrics: [Listener] = [],
        connections: [InheritedConnection] = []
    ) {
        self.listeners = listeners
        metricsListeners = metrics
        self.connections = connections
    }
}
