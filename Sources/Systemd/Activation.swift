// SPDX-License-Identifier: Apache-2.0

public import Glibc

/// A unix stream socket that the service manager, or whoever else started us, opened for us.
public struct InheritedSocket: Equatable, Sendable {
    /// What it is for.
    public enum Role: Equatable, Sendable {
        /// It listens.
        ///
        /// The manager keeps the same socket open: never `shutdown` it and never unlink its path.
        case listening
        /// It is one connection, as with `Accept=yes` and `varlinkctl call exec:…`: whoever serves it ends with it.
        case connected
    }

    /// The descriptor, close-on-exec.
    ///
    /// Whoever takes it owns it.
    public let descriptor: Int32
    /// `FileDescriptorName=` of the socket unit; `unknown` when the manager gave none.
    public let name: String
    /// Whether it listens or is connected.
    public let role: Role

    public init(descriptor: Int32, name: String, role: Role = .listening) {
        self.descriptor = descriptor
        self.name = name
        self.role = role
    }
}

/// Socket activation as sd_listen_fds(3) specifies it.
public enum Activation {
    /// The first descriptor that is passed (`SD_LISTEN_FDS_START`).
    public static let firstDescriptor: Int32 = 3

    /// More descriptors than anyone passes; a larger `$LISTEN_FDS` is malformed.
    public static let maximumDescriptors: Int32 = 256

    private static let unnamed = "unknown"

    /// Takes the sockets that `$LISTEN_FDS`, `$LISTEN_PID` and `$LISTEN_FDNAMES` announce.
    ///
    /// Call it once, before a child is started or a descriptor opened. Every socket is set close-on-exec, and
    /// `$LISTEN_PID` is not a child's: nothing needs to be unset, which no thread could do safely.
    ///
    /// - Returns: the sockets by ascending descriptor; none if the variables are absent or meant for another process.
    /// - Throws: ``SystemdError/malformedVariable(name:value:)``, and ``SystemdError/unusableDescriptor(_:_:)`` for
    ///   anything but a unix stream socket that listens or is connected.
    public static func inheritedSockets(
        environment: [String: String] = ProcessEnvironment.current,
        processID: pid_t = getpid(),
        firstDescriptor: Int32 = Activation.firstDescriptor
    ) throws(SystemdError) -> [InheritedSocket] {
        guard let owner = environment["LISTEN_PID"], let count = environment["LISTEN_FDS"] else { return [] }
        guard let ownerID = decimal(owner, as: pid_t.self), ownerID > 0 else {
            throw .malformedVariable(name: "LISTEN_PID", value: owner)
        }
        guard ownerID == processID else { return [] }
        guard let number = decimal(count, as: Int32.self), number <= maximumDescriptors else {
            throw .malformedVariable(name: "LISTEN_FDS", value: count)
        }
        let names = try names(environment["LISTEN_FDNAMES"], count: Int(number))
        var sockets: [InheritedSocket] = []
        for (offset, name) in names.enumerated() {
            let descriptor = firstDescriptor + Int32(offset)
            let role = try role(of: descriptor)
            let flags = fcntl(descriptor, F_GETFD)
            guard flags >= 0, fcntl(descriptor, F_SETFD, flags | FD_CLOEXEC) >= 0 else {
                throw .systemCall("fcntl", errno: errno)
            }
            sockets.append(InheritedSocket(descriptor: descriptor, name: name, role: role))
        }
        return sockets
    }

    /// Splits the names, of which there are as many as descriptors or none at all.
    private static func names(_ text: String?, count: Int) throws(SystemdError) -> [String] {
        guard let text, !text.isEmpty || count == 1 else { return Array(repeating: unnamed, count: count) }
        let names = text.split(separator: ":", omittingEmptySubsequences: false)
        guard names.count == count else { throw .malformedVariable(name: "LISTEN_FDNAMES", value: text) }
        return names.map { $0.isEmpty ? unnamed : String($0) }
    }

    /// What a socket is for; the path it is bound to does not matter.
    private static func role(of descriptor: Int32) throws(SystemdError) -> InheritedSocket.Role {
        func unusable(_ problem: DescriptorProblem) -> SystemdError {
            .unusableDescriptor(descriptor, problem)
        }
        var information = stat()
        guard fstat(descriptor, &information) == 0 else { throw unusable(.closed) }
        guard information.st_mode & S_IFMT == S_IFSOCK else { throw unusable(.notASocket) }
        guard option(SO_DOMAIN, of: descriptor) == AF_UNIX else { throw unusable(.notUnix) }
        guard option(SO_TYPE, of: descriptor) == Int32(SOCK_STREAM.rawValue) else {
            throw unusable(.notStream)
        }
        if option(SO_ACCEPTCONN, of: descriptor) == 1 { return .listening }
        guard hasPeer(descriptor) else { throw unusable(.notListening) }
        return .connected
    }

    private static func hasPeer(_ descriptor: Int32) -> Bool {
        var address = sockaddr_un()
        var length = socklen_t(MemoryLayout<sockaddr_un>.size)
        return withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getpeername(descriptor, $0, &length) }
        } == 0
    }

    /// An integer option of a socket, or nil if it cannot be read.
    private static func option(_ name: Int32, of descriptor: Int32) -> Int32? {
        var value: Int32 = 0
        var length = socklen_t(MemoryLayout<Int32>.size)
        guard getsockopt(descriptor, SOL_SOCKET, name, &value, &length) == 0 else { return nil }
        return value
    }
}
