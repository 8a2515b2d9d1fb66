// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Where the ledger's socket is.
public enum SocketPath {
    private static let directory = "/run/jvledger"
    private static let file = "io.jvledger.Ledger"

    /// The socket to connect to: the one named; else that of the instance named; else `$JVLEDGER_SOCKET`;
    /// else that of the only instance on this host.
    ///
    /// The instances are asked for only when nothing else decides.
    public static func resolve(
        socket: String?,
        instance: String?,
        environment: [String: String],
        instances: () -> [String]
    ) throws(Complaint) -> String {
        if let socket { return socket }
        if let instance {
            guard isInstance(instance) else { throw notAnInstance(instance) }
            return "\(directory)/\(instance)/\(file)"
        }
        if let socket = environment["JVLEDGER_SOCKET"], !socket.isEmpty { return socket }
        let instances = instances().sorted()
        switch instances.count {
        case 1: return "\(directory)/\(instances[0])/\(file)"
        case 0:
            throw Complaint(
                .noDaemon,
                "there is no ledger on this host, or its socket is not started",
                next: ["systemctl start jvledgerd@INSTANCE.socket"],
                name: "jvctl.NoDaemon"
            )
        default:
            throw .usage(
                "there are several ledgers on this host: \(instances.joined(separator: ", "))",
                next: instances.map { "jvctl --instance \($0)" }
            )
        }
    }

    /// The instances whose sockets are on this host.
    public static func instances() -> [String] {
        var found = glob_t()
        defer { globfree(&found) }
        guard glob("\(directory)/*/\(file)", 0, nil, &found) == 0 else { return [] }
        return (0..<Int(found.gl_pathc)).compactMap { index in
            guard let path = found.gl_pathv[index] else { return nil }
            return String(cString: path).split(separator: "/").dropLast().last.map { String($0) }
        }
    }

    static func notAnInstance(_ name: String) -> Complaint {
        .usage("\(name) is not the name of an instance (letters, digits, dots, dashes)")
    }

    static func isInstance(_ name: String) -> Bool {
        !name.isEmpty && name != "." && name != ".." && name.utf8.count <= 64
            && name.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E: true
                default: false
                }
            }
    }
}
