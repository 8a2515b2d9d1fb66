// SPDX-License-Identifier: Apache-2.0
import Foundation

/// The socket on which a service manager hears how a service is doing, see sd_notify(3).
final class NotifySocket: Sendable {
    /// How long one message may take.
    private static let patienceSeconds = 120
    /// What we send ourselves when the service has ended.
    private static let ended = "ENDED=1"

    let path: String
    private let descriptor: Int32

    init(path: String) throws {
        self.path = path
        unlink(path)
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var patience = timeval(tv_sec: Self.patienceSeconds, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        guard setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, size) == 0,
            UnixAddress(path).use(descriptor, bind) == 0
        else { throw SystemFailure("notify socket") }
    }

    deinit { close(descriptor) }

    /// Waits until the service says this, such as `READY=1`; returns all that it said up to then.
    ///
    /// - Throws: when it ends before, or says nothing for too long.
    func wait(for assignment: String) async throws -> [String] {
        try await blocking { [self] in
            var said: [String] = []
            while !said.contains(assignment) {
                guard !said.contains(Self.ended) else { throw Ended(said: said) }
                said += try receive()
            }
            return said
        }
    }

    /// Forgets what was said and not waited for.
    func drain() throws {
        var byte: UInt8 = 0
        while recv(descriptor, &byte, 1, Int32(MSG_DONTWAIT)) >= 0 {}
    }

    /// Wakes whoever waits: the service has ended.
    func end() {
        let bytes = Array(Self.ended.utf8)
        let sender = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        defer { close(sender) }
        guard UnixAddress(path).use(sender, connect) == 0 else { return }
        send(sender, bytes, bytes.count, 0)
    }

    private func receive() throws -> [String] {
        var buffer = [UInt8](repeating: 0, count: 8192)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count >= 0 else { throw SystemFailure("recv") }
        return String(decoding: buffer.prefix(count), as: UTF8.self).split(separator: "\n").map { String($0) }
    }

    /// The service ended before it said what was waited for.
    struct Ended: Error { let said: [String] }
}

/// The address of a unix socket.
struct UnixAddress {
    private var address = sockaddr_un()

    init(_ path: String) {
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8).prefix(107)) }
    }

    /// Calls bind or connect.
    func use(_ descriptor: Int32, _ call: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        withUnsafePointer(to: address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                call(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
