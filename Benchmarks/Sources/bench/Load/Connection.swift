// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A connection to a daemon that sends bytes and waits for the bytes of the reply.
///
/// It is as lean as a client can be, so that what is measured is the daemon: a reply is read to its NUL and not parsed.
final class Connection {
    private static let noSignal = Int32(MSG_NOSIGNAL)

    let descriptor: Int32
    private var buffer = [UInt8](repeating: 0, count: 1 << 16)
    private var received = 0
    private var replyBytes = 0

    /// Connects to the socket at a path.
    init(_ path: String) throws(Failure) {
        descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw .system("socket") }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        let fits = withUnsafeMutableBytes(of: &address.sun_path) { place in
            guard bytes.count < place.count else { return false }
            place.copyBytes(from: bytes)
            return true
        }
        guard fits else { throw .system("connect", errno: ENAMETOOLONG) }
        let outcome = withUnsafePointer(to: address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard outcome == 0 else { throw .system("connect") }
    }

    deinit { close(descriptor) }

    /// The text of the last reply.
    var lastReply: String { String(decoding: buffer[..<replyBytes], as: UTF8.self) }

    /// Sends a call and waits for its reply.
    func call(_ message: [UInt8]) throws(Failure) {
        try send(message)
        while try !receive() {}
    }

    /// Sends a call.
    func send(_ message: [UInt8]) throws(Failure) {
        var sent = 0
        while sent < message.count {
            let count = message.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress.map { $0 + sent }, $0.count - sent, Self.noSignal)
            }
            guard count > 0 else { throw .system("send") }
            sent += count
        }
    }

    /// Takes what has come; true when that is a whole reply, which must not be an error.
    func receive() throws(Failure) -> Bool {
        if received == buffer.count { buffer += [UInt8](repeating: 0, count: buffer.count) }
        let count = buffer.withUnsafeMutableBytes {
            recv(descriptor, $0.baseAddress.map { $0 + received }, $0.count - received, 0)
        }
        guard count > 0 else { throw count == 0 ? .daemon("it hung up") : .system("recv") }
        received += count
        guard buffer[received - 1] == 0 else { return false }
        replyBytes = received - 1
        received = 0
        guard buffer[2] != UInt8(ascii: "e") else { throw .daemon(lastReply) }
        return true
    }
}
