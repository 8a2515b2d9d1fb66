// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A program that goes on writing lines, until it is let go.
final class Following: Sendable {
    /// Its standard output.
    let lines: AsyncStream<String>
    private let process: ChildProcess

    init(_ command: Command) throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw SystemFailure("pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let (reading, writing) = (ends[0], ends[1])
        defer { close(writing) }
        process = try ChildProcess(
            command.argumentsAsUser,
            environment: Command.environment.merging(command.environment) { $1 },
            descriptors: [1: writing]
        )
        let (lines, continuation) = AsyncStream.makeStream(of: String.self)
        self.lines = lines
        Thread.detachNewThread {
            var rest: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 4096)
            while true {
                let count = read(reading, &buffer, buffer.count)
                guard count > 0 else { break }
                rest += buffer.prefix(count)
                while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                    continuation.yield(String(decoding: rest[..<end], as: UTF8.self))
                    rest.removeSubrange(...end)
                }
            }
            close(reading)
            continuation.finish()
        }
    }

    deinit { process.send(SIGKILL) }

    /// Interrupts it, as Ctrl-C does, and returns its status.
    func interrupt() async -> Int32 {
        process.send(SIGINT)
        return await process.status
    }
}
