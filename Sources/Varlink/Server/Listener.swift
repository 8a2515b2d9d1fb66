// SPDX-License-Identifier: Apache-2.0

import Glibc
import Synchronization

/// A local stream socket that listens: one of our own at a path, or one that was inherited.
///
/// It listens as soon as it exists, so that clients can connect before the server runs: they wait in the
/// kernel. `Server.run(on:)` takes it over. The file of an own socket is removed when the server ends or the
/// listener is discarded; an inherited one belongs to whoever passed it on, usually PID 1, and is only closed
/// here.
public final class Listener: Sendable {
    /// Why there is no listener.
    public enum Failure: Error, Hashable, Sendable {
        /// The path is longer than a socket's address can hold, in bytes.
        case pathTooLong(limit: Int)
        /// Somebody listens at the path.
        case inUse
        /// There is something at the path, and it is not a socket.
        case notASocket
        /// The inherited descriptor is not a listening local stream socket.
        case notListening
        /// A system call failed.
        case system(call: String, errno: CInt)
    }

    private struct Ownership {
        var descriptor: CInt?
        var file: SocketFile?
    }

    private let ownership: Mutex<Ownership>

    /// Listens at a path, with the given access mode: whoever may write to the file may connect.
    ///
    /// A socket that is left over from a process that has ended is replaced.
    public init(path: String, mode: UInt32 = 0o666) throws(Failure) {
        let address = try SocketAddress(path)
        try address.removeStale()
        let descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw Self.failed("socket") }
        guard address.use(descriptor, bind) == 0 else {
            let failure = errno == EADDRINUSE ? .inUse : Self.failed("bind")
            close(descriptor)
            throw failure
        }
        let file = SocketFile(path: path)
        // The mode is set before anyone can connect, and the umask has no say in it.
        guard chmod(path, mode) == 0, listen(descriptor, SOMAXCONN) == 0 else {
            let failure = Self.failed("listen")
            close(descriptor)
            file?.remove()
            throw failure
        }
        ownership = Mutex(Ownership(descriptor: descriptor, file: file))
    }

    /// Takes over a descriptor that already listens, such as one passed by socket activation.
    public init(inheriting descriptor: CInt) throws(Failure) {
        guard Self.option(SO_ACCEPTCONN, of: descriptor) == 1,
            Self.option(SO_DOMAIN, of: descriptor) == AF_UNIX,
            Self.option(SO_TYPE, of: descriptor) == CInt(SOCK_STREAM.rawValue)
        else { throw .notListening }
        guard fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0 else { throw Self.failed("fcntl") }
        ownership = Mutex(Ownership(descriptor: descriptor, file: nil))
    }

    deinit {
        if let descriptor = takeDescriptor() { close(descriptor) }
        removeFile()
    }

    /// Hands the descriptor over to someone who will close it; nil if that has happened before.
    func takeDescriptor() -> CInt? {
        ownership.withLock { ownership in
            defer { ownership.descriptor = nil }
            return ownership.descriptor
        }
    }

    /// Removes the file of an own socket, unless another one has taken its place.
    func removeFile() {
        ownership.withLock { ownership in
            ownership.file?.remove()
            ownership.file = nil
        }
    }

    private static func failed(_ call: String) -> Failure { .system(call: call, errno: errno) }

    private static func option(_ option: CInt, of descriptor: CInt) -> CInt? {
        var value: CInt = 0
        var length = socklen_t(MemoryLayout<CInt>.size)
        guard getsockopt(descriptor, SOL_SOCKET, option, &value, &length) == 0 else { return nil }
        return value
    }
}

/// The file of a socket, told apart from a later one at the same path.
private struct SocketFile {
    let path: String
    let device: dev_t
    let inode: ino_t

    init?(path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        self.path = path
        device = status.st_dev
        inode = status.st_ino
    }

    func remove() {
        guard let present = SocketFile(path: path), present.device == device, present.inode == inode else {
            return
        }
        unlink(path)
    }
}

/// The address of a local socket with a path (unix(7)).
private struct SocketAddress {
    private let path: String
    private var address = sockaddr_un()

    init(_ path: String) throws(Listener.Failure) {
        self.path = path
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        // The terminating null needs a byte too.
        let limit = MemoryLayout.size(ofValue: address.sun_path) - 1
        guard bytes.count <= limit else { throw .pathTooLong(limit: limit) }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    }

    /// Calls `bind` or `connect`.
    func use(
        _ descriptor: CInt,
        _ call: (CInt, UnsafePointer<sockaddr>?, socklen_t) -> CInt
    ) -> CInt {
        withUnsafePointer(to: address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                call(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }

    /// Removes what is at the path if it is a socket at which nobody listens.
    func removeStale() throws(Listener.Failure) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFSOCK else { throw .notASocket }
        let probe = socket(
            AF_UNIX,
            CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue),
            0
        )
        guard probe >= 0 else { throw .system(call: "socket", errno: errno) }
        defer { close(probe) }
        // Only this answer says that nobody listens; a full queue or a lack of permission does not.
        guard use(probe, connect) != 0, errno == ECONNREFUSED else { throw .inUse }
        guard unlink(path) == 0 || errno == ENOENT else { throw .system(call: "unlink", errno: errno) }
    }
}
