// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A program that runs as a child, with standard output and error in one file and no input.
final class Program {
    /// How much of what it said is shown when it fails, in bytes.
    private static let shownBytesMax = 2_000

    private let name: String
    private let output: String
    let processID: pid_t
    /// The status with which it ended, if it has.
    private(set) var status: Int32?

    /// Starts a program, which is looked for on the search path; a file takes what it says, from its beginning.
    init(_ arguments: [String], output: String) throws(Failure) {
        name = arguments[0]
        self.output = output
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        // We wait for signals on a thread of our own and block them; a child must not.
        var noSignals = sigset_t()
        sigemptyset(&noSignals)
        posix_spawnattr_setsigmask(&attributes, &noSignals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        let pointers = Self.copies(arguments)
        let environment = Self.copies(["PATH=\(Self.searchPath)", "LC_ALL=C.UTF-8"])
        defer { for pointer in pointers + environment { free(pointer) } }
        var processID = pid_t()
        let failure = posix_spawnp(&processID, arguments[0], &actions, &attributes, pointers, environment)
        guard failure == 0 else { throw .system("starting \(arguments[0])", errno: failure) }
        self.processID = processID
        Cleaning.add(processID)
    }

    /// Runs a program to its end and returns what it said.
    @discardableResult
    static func run(_ arguments: [String], output: String) throws(Failure) -> String {
        let program = try Program(arguments, output: output)
        guard program.end() == 0 else { throw program.failure }
        return program.said
    }

    private static var searchPath: String { getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin" }

    /// What it has said up to now.
    var said: String { File.text(output) ?? "" }

    /// That it ended, and what it said last.
    var failure: Failure {
        .program(name, status: status ?? -1, said: String(said.suffix(Self.shownBytesMax)))
    }

    /// Whether it still runs.
    var runs: Bool {
        if status == nil { reap(WNOHANG) }
        return status == nil
    }

    /// Sends a signal, if it is still there.
    func send(_ signal: Int32) {
        if status == nil { kill(processID, signal) }
    }

    /// Waits until it has ended; 128 and the signal's number if a signal ended it.
    @discardableResult
    func end() -> Int32 {
        while status == nil { reap(0) }
        return status ?? -1
    }

    /// What C takes as a list of texts; to be freed.
    private static func copies(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
        texts.map { strdup($0) } + [nil]
    }

    private func reap(_ options: Int32) {
        var word: Int32 = 0
        let found = waitpid(processID, &word, options)
        if found == processID {
            status = word & 0x7F == 0 ? (word >> 8) & 0xFF : 128 + word & 0x7F
            Cleaning.remove(processID)
        } else if found < 0, errno != EINTR {
            status = -1
        }
    }
}
