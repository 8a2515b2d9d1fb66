// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Glibc
import Varlink

/// Hands bytes on between standard input and output and the ledger's socket, until either side ends.
///
/// It looks at none of them: whoever logged in over ssh speaks Varlink with the daemon, which sees that user as its caller.
public enum Bridge {
    private static let pieceBytes = 1 << 16

    /// Connects, and hands on; returns when both sides have ended.
    public static func run(instance: String?, socket: String?) throws(Complaint) {
        let path = try SocketPath.resolve(
            socket: socket,
            instance: instance,
            environment: Console.environment,
            instances: SocketPath.instances
        )
        let connection = try connect(path)
        defer { close(connection) }
        // A reader that is gone shows itself as an error of write.
        signal(SIGPIPE, SIG_IGN)
        // Each direction on its own: neither waits for the other, however full it is.
        DispatchQueue.global().async {
            move(from: STDIN_FILENO, to: connection)
            // The daemon is told that no more is asked; its answers may still come.
            shutdown(connection, Int32(SHUT_WR))
        }
        move(from: connection, to: STDOUT_FILENO)
    }

    /// Hands on whatever comes, until there will be no more or nobody takes it.
    private static func move(from source: Int32, to target: Int32) {
        var piece = [UInt8](repeating: 0, count: pieceBytes)
        while true {
            let count = piece.withUnsafeMutableBytes { Glibc.read(source, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            var sent = 0
            while sent < count {
                let written = piece.withUnsafeBytes {
                    Glibc.write(target, $0.baseAddress.map { $0 + sent }, count - sent)
                }
                if written < 0, errno == EINTR { continue }
                guard written > 0 else { return }
                sent += written
            }
        }
    }

    private static func connect(_ path: String) throws(Complaint) -> Int32 {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw SystemFailure.complaint("cannot make a socket") }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let room = MemoryLayout.size(ofValue: address.sun_path)
        guard path.utf8.count < room else { throw .usage("the path of the socket is too long: \(path)") }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard status == 0 else {
            let reason = errno
            close(descriptor)
            throw Complaint(.cannotConnect(path: path, errno: reason))
        }
        return descriptor
    }
}
