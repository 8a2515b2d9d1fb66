// SPDX-License-Identifier: Apache-2.0
import Glibc
import Systemd
import Varlink

/// Where the daemon is asked: what it was told, else what it was passed, else the usual place.
struct Endpoints {
    /// Whoever listens without a place of its own sets this variable: a path, or `-` for standard input and output.
    static let variable = "SYSTEMD_VARLINK_LISTEN"

    /// Where anyone may connect.
    let listeners: [Listener]
    /// What is connected already; without a listener the daemon ends with the last of them.
    let connections: [InheritedConnection]

    /// The socket of the command line; otherwise those that were passed (`$LISTEN_FDS`); otherwise what
    /// `$SYSTEMD_VARLINK_LISTEN` says; otherwise the configured path or the usual one.
    init(socket: String?, configured: String?, instance: String) throws(Failure) {
        do {
            let inherited = try Activation.inheritedSockets()
            let variable = ProcessEnvironment.current[Self.variable]
            switch (socket, variable) {
            case (let path?, _):
                self.init(listeners: [try Listener(path: path)])
            case (nil, _) where !inherited.isEmpty:
                self.init(
                    listeners: try inherited.filter { $0.role == .listening }
                        .map { try Listener(inheriting: $0.descriptor) },
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
                self.init(listeners: [try Listener(path: path)])
            }
        } catch { throw .failed("cannot listen: \(error)") }
    }

    private init(listeners: [Listener] = [], connections: [InheritedConnection] = []) {
        self.listeners = listeners
        self.connections = connections
    }
}
