// SPDX-License-Identifier: Apache-2.0
import CanonicalJSON
import Foundation
import Synchronization
import Testing
import Varlink

/// What `jvledgerd init` said instead of founding a ledger.
struct NotFounded: Error { let outcome: Command.Outcome }

/// A ledger in a temporary directory, and the daemon that serves it.
final class Daemon: Sendable {
    static let instance = "test"
    /// How long it may take to end once it is asked to.
    private static let patienceSeconds = 50

    let directory: TemporaryDirectory
    let state: String
    let socket: String
    let policy: String
    /// What the daemon has written to standard error, over all its starts.
    let log: String
    /// What `jvledgerd init` said.
    let created: String
    private let process = Mutex<ChildProcess?>(nil)
    private let notify: NotifySocket

    /// Founds a ledger under a policy, serves it, and afterwards leaves nothing of it.
    static func serve(_ policy: String = Policy.venture, _ body: (Daemon) async throws -> Void) async throws {
        let daemon = try await Daemon(policy)
        do {
            try await daemon.start()
            try await body(daemon)
        } catch {
            await daemon.end(by: SIGKILL)
            Issue.record("The daemon's log:\n\(daemon.logText)")
            throw error
        }
        await daemon.end(by: SIGKILL)
    }

    /// Founds a ledger under a policy; its daemon is not started.
    ///
    /// - Throws: ``NotFounded``.
    init(_ policyText: String) async throws {
        directory = try TemporaryDirectory()
        state = directory.file("state")
        socket = directory.file("socket")
        log = directory.file("log")
        policy = try directory.write("policy.yaml", policyText)
        notify = try NotifySocket(path: directory.file("notify"))
        let outcome = try await Command([
            Command.daemon, "init", Self.instance, "--administrator", "0", "--state-directory", state,
            "--policy", policy,
        ]).run()
        guard outcome.status == 0 else { throw NotFounded(outcome: outcome) }
        created = outcome.output
    }

    // MARK: Its life

    /// The arguments with which it is started.
    var arguments: [String] {
        [
            Command.daemon, "--instance", Self.instance, "--state-directory", state, "--policy", policy,
            "--config", directory.file("jvledgerd.yaml"), "--socket", socket,
        ]
    }

    /// The same without a socket of its own.
    var argumentsWithoutSocket: [String] { Array(arguments.dropLast(2)) }

    /// Starts it and waits until it says that it is ready; returns what it said up to then.
    @discardableResult
    func start() async throws -> [String] { try await start(arguments) }

    /// Starts it in some other way, such as with a listening descriptor.
    @discardableResult
    func start(_ arguments: [String], descriptors: [Int32: Int32] = [:]) async throws -> [String] {
        let file = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw SystemFailure("open") }
        defer { close(file) }
        let started = try ChildProcess(
            arguments,
            environment: Command.environment.merging(["NOTIFY_SOCKET": notify.path]) { $1 },
            descriptors: descriptors.merging([2: file]) { $1 },
            onEnd: { [notify] in notify.end() }
        )
        process.withLock { $0 = started }
        return try await notify.wait(for: "READY=1")
    }

    /// Starts it although it should refuse, and returns how it ends.
    func startInVain(_ arguments: [String]? = nil) async throws -> Command.Outcome {
        let logged = logText.utf8.count
        do {
            try await start(arguments ?? self.arguments)
            Issue.record("it started")
        } catch is NotifySocket.Ended {}
        let status = await end(by: SIGKILL)
        let errors = String(decoding: logText.utf8.dropFirst(logged), as: UTF8.self)
        return Command.Outcome(status: status, output: "", errors: errors)
    }

    /// Checks the stopped ledger.
    func fsck(_ options: String...) async throws -> Command.Outcome {
        try await Command([Command.daemon, "fsck", Self.instance, "--state-directory", state] + options).run()
    }

    /// Asks it to stop, and returns its status.
    @discardableResult
    func stop() async -> Int32 { await end(by: SIGTERM) }

    /// Ends it as a loss of power would.
    func kill() async { await end(by: SIGKILL) }

    @discardableResult
    private func end(by signal: Int32) async -> Int32 {
        guard let running = process.withLock({ $0 }) else { return 0 }
        running.send(signal)
        running.kill(afterSeconds: Self.patienceSeconds)
        let status = await running.status
        process.withLock { $0 = nil }
        try? notify.drain()
        return status
    }

    /// Waits until it ends by itself, and returns its status.
    func ended() async -> Int32 {
        guard let running = process.withLock({ $0 }) else { return 0 }
        running.kill(afterSeconds: Self.patienceSeconds)
        let status = await running.status
        process.withLock { $0 = nil }
        try? notify.drain()
        return status
    }

    /// The most memory that it has had, in bytes.
    var peakMemory: Int? { process.withLock { $0?.peakMemory } }

    /// Tells it by SIGHUP to read its policy again, and waits until it has.
    func hangUp() async throws {
        process.withLock { $0?.send(SIGHUP) }
        _ = try await notify.wait(for: "RELOADING=1")
        _ = try await notify.wait(for: "READY=1")
    }

    /// All that it has logged.
    var logText: String { (try? String(contentsOfFile: log, encoding: .utf8)) ?? "" }

    // MARK: Asking it

    /// Runs `jvctl` against it.
    func jvctl(_ arguments: [String], as user: User = .own) async throws -> Command.Outcome {
        try await command(arguments, as: user).run()
    }

    /// Runs `jvctl` against it.
    func jvctl(_ arguments: String..., as user: User = .own) async throws -> Command.Outcome {
        try await jvctl(arguments, as: user)
    }

    /// The answer of `jvctl --json=short`.
    func ask(_ arguments: String..., as user: User = .own) async throws -> JSONObject {
        let outcome = try await jvctl(arguments + ["--json=short"], as: user)
        try #require(outcome.status == 0, "\(arguments): \(outcome)")
        return try #require(JSON(parsing: outcome.output).object)
    }

    /// How `jvctl` is run against it.
    func command(_ arguments: [String], as user: User) -> Command {
        var command = Command([Command.control] + arguments)
        command.user = user
        command.environment = ["JVLEDGER_SOCKET": socket]
        return command
    }

    /// A connection to it.
    func client(as user: User = .own) async throws -> VarlinkClient {
        try await VarlinkClient.connected(descriptor: try await connection(to: socket, as: user))
    }

    /// Calls one method.
    func call(_ method: String, _ parameters: JSON = [:], as user: User = .own) async throws -> JSONObject {
        let client = try await client(as: user)
        let reply = try await client.call(method, try #require(parameters.object))
        await client.close()
        return reply
    }

    /// Records entries in one call and returns the receipts.
    @discardableResult
    func record(
        _ entries: [JSON],
        as user: User = .office,
        dryRun: Bool = false
    ) async throws -> [JSONObject] {
        let reply = try await call(
            "io.jvledger.Ledger.Record",
            ["entries": .array(entries), "dryRun": .bool(dryRun)],
            as: user
        )
        return try #require(reply["receipts"]?.array).compactMap(\.object)
    }
}
