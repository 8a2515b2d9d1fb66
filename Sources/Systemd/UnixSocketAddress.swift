// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The address of a unix socket, as unix(7) lays it out: a path, or a name in the abstract namespace.
struct UnixSocketAddress: Sendable {
    private let address: sockaddr_un
    private let length: socklen_t

    /// Reads `/path` or `@name`; nil for any other form, and for one longer than the kernel takes.
    ///
    /// A path is passed with its terminating NUL; an abstract name starts with a NUL and ends with the length.
    init?(_ text: String) {
        var bytes = Array(text.utf8)
        guard bytes.count > 1, !bytes.contains(0) else { return nil }
        switch bytes[0] {
        case UInt8(ascii: "/"): bytes.append(0)
        case UInt8(ascii: "@"): bytes[0] = 0
        default: return nil
        }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let fits = withUnsafeMutableBytes(of: &address.sun_path) { path in
            guard bytes.count <= path.count else { return false }
            path.copyBytes(from: bytes)
            return true
        }
        guard fits, let offset = MemoryLayout<sockaddr_un>.offset(of: \.sun_path) else { return nil }
        self.address = address
        length = socklen_t(offset + bytes.count)
    }

    /// Sends one datagram from a socket made for it, so that nothing stays open between rare messages.
    func sendDatagram(_ text: String) throws(SystemdError) {
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .systemCall("socket", errno: errno) }
        defer { close(descriptor) }
        let bytes = Array(text.utf8)
        while true {
            let failure: Int32? = withGeneric { address, length in
                sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), address, length) < 0 ? errno : nil
            }
            guard let failure else { return }
            guard failure == EINTR else { throw .systemCall("sendto", errno: failure) }
        }
    }

    /// Lends the address in the form that the socket calls take.
    func withGeneric<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
        }
    }
}
