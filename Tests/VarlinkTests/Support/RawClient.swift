// SPDX-License-Identifier: Apache-2.0

import Glibc
import NIOPosix

/// A plain blocking socket, so that tests decide byte by byte what a client does.
///
/// Its calls block threads of their own: those of the tests' tasks are the ones that answer calls.
final class RawClient: Sendable {
    private static let threads: NIOThreadPool = {
        let pool = NIOThreadPool(numberOfThreads: 48)
        pool.start()
        return pool
    }()

    let descriptor: CInt

    init(path: String) throws {
        descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        let result = withAddress(path) { Glibc.connect(descriptor, $0, $1) }
        guard result == 0 else { throw Failure(errno: errno) }
    }

    /// Takes over one end of a pair.
    init(descriptor: CInt) { self.descriptor = descriptor }

    struct Failure: Error, Equatable {
        let errno: CInt
    }

    deinit { Glibc.close(descriptor) }

    /// Sends text as it is; `¶` stands for the terminating byte.
    func send(_ text: String) async { await send(text.replacing("¶", with: "\0").utf8.map { $0 }) }

    /// Sends bytes; those that the server no longer takes are lost.
    func send(_ bytes: [UInt8]) async {
        await run {
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes {
                    Glibc.send(self.descriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
                }
                guard count > 0 else { return }
                rest = rest.dropFirst(count)
            }
        }
    }

    /// Sends what still fits into the socket and returns whether everything did.
    func sendWithoutWaiting(_ bytes: [UInt8]) -> Bool {
        let flags = CInt(MSG_NOSIGNAL) | CInt(MSG_DONTWAIT)
        return bytes.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, flags) }
            == bytes.count
    }

    /// Says that nothing more will be sent.
    func endSending() { shutdown(descriptor, CInt(SHUT_WR)) }

    /// Hangs up, whatever is under way.
    func hangUp() { shutdown(descriptor, CInt(SHUT_RDWR)) }

    /// The next message without its terminating byte; nil once the server has closed.
    func receive() async -> String? {
        await run {
            var message: [UInt8] = []
            var byte: UInt8 = 0
            while recv(self.descriptor, &byte, 1, 0) == 1 {
                if byte == 0 { return String(decoding: message, as: UTF8.self) }
                message.append(byte)
            }
            return nil
        }
    }

    /// All messages until the server closes.
    func receiveAll() async -> [String] {
        var messages: [String] = []
        while let message = await receive() { messages.append(message) }
        return messages
    }

    /// How many bytes come until the server closes.
    func drain() async -> Int {
        await run {
            var chunk = [UInt8](repeating: 0, count: 65_536)
            var total = 0
            while true {
                let count = recv(self.descriptor, &chunk, chunk.count, 0)
                guard count > 0 else { return total }
                total += count
            }
        }
    }

    private func run<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
        do { return try await Self.threads.runIfActive(body) } catch { fatalError("\(error)") }
    }
}

/// A listening socket that a test made itself, as a predecessor or PID 1 would.
struct LocalSocket {
    let descriptor: CInt

    init(path: String) throws {
        descriptor = socket(AF_UNIX, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        guard withAddress(path, { bind(descriptor, $0, $1) }) == 0, listen(descriptor, 16) == 0 else {
            throw RawClient.Failure(errno: errno)
        }
    }

    func close() { Glibc.close(descriptor) }
}

private func withAddress<Result>(_ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result)
    -> Result
{
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
    return withUnsafePointer(to: address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
        }
    }
}
