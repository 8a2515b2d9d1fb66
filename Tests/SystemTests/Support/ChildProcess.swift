// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc
import Synchronization

/// A program that runs as a child of the tests, until it ends or is let go.
final class ChildProcess: Sendable {
    private struct Ending {
        var status: Int32?
        var waiters: [CheckedContinuation<Int32, Never>] = []
    }

    private let processID: pid_t
    private let ending = Mutex(Ending())

    /// Starts a program with the given descriptors and no others; descriptors that are not given are `/dev/null`.
    ///
    /// `onEnd` is called on a thread of its own once it has ended, before anyone is told its status.
    init(
        _ arguments: [String],
        environment: [String: String],
        descriptors: [Int32: Int32],
        onEnd: @escaping @Sendable () -> Void = {}
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for number in Int32(0)...2 where descriptors[number] == nil {
            posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_RDWR, 0)
        }
        for (number, descriptor) in descriptors {
            posix_spawn_file_actions_adddup2(&actions, descriptor, number)
        }
        // The threads of the tests may hold signals back, or whoever started them may have had one ignored.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigaddset(&signals, SIGINT)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let environment = environment.map { "\($0.key)=\($0.value)" }
        guard let program = arguments.first else { throw SystemFailure("posix_spawn", EINVAL) }
        processID = try Self.withPointers(to: arguments) { arguments in
            try Self.withPointers(to: environment) { environment in
                var processID = pid_t()
                let failure = posix_spawnp(&processID, program, &actions, &attributes, arguments, environment)
                guard failure == 0 else { throw SystemFailure("posix_spawn", failure) }
                return processID
            }
        }
        Thread.detachNewThread { [self] in
            awaitEnd()
            onEnd()
            reap()
        }
    }

    /// Sends a signal, if it still runs.
    func send(_ signal: Int32) {
        ending.withLock { ending in
            if ending.status == nil { Glibc.kill(processID, signal) }
        }
    }

    /// Ends it if it has not ended by then, so that a test fails instead of waiting for ever.
    func kill(afterSeconds patience: Int) {
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(patience)) { [self] in send(SIGKILL) }
    }

    /// The most memory that it has had so far, in bytes (VmHWM, proc(5)).
    var peakMemory: Int? {
        guard let text = try? String(contentsOfFile: "/proc/\(processID)/status", encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
        else { return nil }
        return line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) }.map { $0 << 10 }
    }

    /// The status with which it ends; 128 and the signal's number if a signal ends it.
    var status: Int32 {
        get async {
            await withCheckedContinuation { waiter in
                let status = ending.withLock { ending in
                    if ending.status == nil { ending.waiters.append(waiter) }
                    return ending.status
                }
                if let status { waiter.resume(returning: status) }
            }
        }
    }

    /// Waits for the end without taking the process from the kernel, so that no signal can reach another one.
    private func awaitEnd() {
        var information = siginfo_t()
        while waitid(P_PID, id_t(processID), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {}
    }

    private func reap() {
        let (status, waiters) = ending.withLock { ending in
            var word: Int32 = 0
            waitpid(processID, &word, 0)
            let status = word & 0x7F == 0 ? (word >> 8) & 0xFF : 128 + word & 0x7F
            ending.status = status
            defer { ending.waiters = [] }
            return (status, ending.waiters)
        }
        for waiter in waiters { waiter.resume(returning: status) }
    }

    private static func withPointers<Value>(
        to texts: [String],
        _ body: ([UnsafeMutablePointer<CChar>?]) throws -> Value
    ) throws -> Value {
        let pointers = texts.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        return try body(pointers + [nil])
    }
}
