// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization

/// A connection that is there before the server: whoever started the program is at its other end, or has passed it
/// on from there.
///
/// `varlinkctl call exec:…` starts a program so, and a socket unit with `Accept=yes`. `Server.run` takes it over.
public final class InheritedConnection: Sendable {
    /// Why there is no such connection.
    public enum Failure: Error, Hashable, Sendable {
        /// The descriptor is not a connected local stream socket.
        case notConnected
        /// A system call failed.
        case system(call: String, errno: CInt)
    }

    /// What carries the bytes.
    enum Transport {
        /// A socket, of which the kernel knows the peer.
        case socket(CInt)
        /// What is read and what is written, whoever is behind it.
        case streams(input: CInt, output: CInt, peer: Peer)

        fileprivate var descriptors: [CInt] {
            switch self {
            case .socket(let descriptor): [descriptor]
            case .streams(let input, let output, _): [input, output]
            }
        }
    }

    private let transport: Mutex<Transport?>

    /// Takes over a descriptor that is connected already, such as one passed by socket activation.
    public init(inheriting descriptor: CInt) throws(Failure) {
        guard Self.isConnected(descriptor) else { throw .notConnected }
        guard fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0 else { throw .system(call: "fcntl", errno: errno) }
        transport = Mutex(.socket(descriptor))
    }

    /// Takes over what is read and what is written by two descriptors, such as standard input and output.
    ///
    /// Who speaks there the kernel does not say; it is taken to be whoever runs this program, who could as well read
    /// and write its files.
    public init(reading input: CInt, writing output: CInt) throws(Failure) {
        for descriptor in [input, output] {
            guard fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0 else {
                throw .system(call: "fcntl", errno: errno)
            }
        }
        transport = Mutex(.streams(input: input, output: output, peer: .own))
    }

    deinit {
        for descriptor in takeTransport()?.descriptors ?? [] { close(descriptor) }
    }

    /// Hands the descriptors over to someone who will close them; nil if that has happened before.
    func takeTransport() -> Transport? {
        transport.withLock { transport in
            defer { transport = nil }
            return transport
        }
    }

    private static func isConnected(_ descriptor: CInt) -> Bool {
        var address = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let result = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getpeername(descriptor, $0, &length) }
        }
        var type: CInt = 0
        var size = socklen_t(MemoryLayout<CInt>.size)
        return result == 0 && address.ss_family == sa_family_t(AF_UNIX)
            && getsockopt(descriptor, SOL_SOCKET, SO_TYPE, &type, &size) == 0
            && type == CInt(SOCK_STREAM.rawValue)
    }
}
