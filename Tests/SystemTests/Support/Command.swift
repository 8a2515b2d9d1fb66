// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A program, how it is run, and what came of it.
struct Command: Sendable {
    /// What a program said, and how it ended.
    struct Outcome: Sendable, CustomStringConvertible {
        let status: Int32
        let output: String
        let errors: String
        var lines: [String] { output.split(separator: "\n").map { String($0) } }
        var description: String { "status \(status)\n\(output)\(errors)" }
    }

    /// How long a program may run.
    private static let patienceSeconds = 120

    /// The programs of this package, which are beside the tests.
    static let daemon = directory + "/jvledgerd"
    static let control = directory + "/jvctl"

    private static let directory: String = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(fileURLWithPath: tests).deletingLastPathComponent().path
    }()

    /// What every program finds in its environment: nothing of what the tests were started with but the search paths.
    static let environment = ProcessInfo.processInfo.environment.filter {
        ["PATH", "LD_LIBRARY_PATH", "PYTHONPATH"].contains($0.key)
    }
    .merging(["LC_ALL": "C.UTF-8", "SWIFT_BACKTRACE": "enable=no"]) { $1 }

    var arguments: [String]
    var user = User.own
    var input = ""
    var environment: [String: String] = [:]

    /// A program and its arguments, run as we are.
    init(_ arguments: [String]) { self.arguments = arguments }

    /// The arguments with which the program runs as its user.
    var argumentsAsUser: [String] { user.prefix + arguments }

    /// Runs it to its end.
    func run() async throws -> Outcome {
        let input = try ScratchFile(input)
        let output = try ScratchFile()
        let errors = try ScratchFile()
        let process = try withExtendedLifetime(input) {
            try ChildProcess(
                argumentsAsUser,
                environment: Self.environment.merging(environment) { $1 },
                descriptors: [0: input.descriptor, 1: output.descriptor, 2: errors.descriptor]
            )
        }
        process.kill(afterSeconds: Self.patienceSeconds)
        let status = await process.status
        return Outcome(status: status, output: output.text, errors: errors.text)
    }
}

/// Who runs a program.
struct User: Sendable, Hashable, CustomStringConvertible {
    let uid: UInt32

    /// Whoever runs the tests.
    static let own = User(uid: geteuid())
    /// May record for `provide`.
    static let provide = User(uid: 2001)
    /// May record for `essex-county-council`.
    static let council = User(uid: 2002)
    /// May record for `programme-office`.
    static let office = isRoot ? User(uid: 2003) : own
    /// May read.
    static let reader = User(uid: 2004)
    /// May read all that is restricted.
    static let auditor = User(uid: 2005)
    /// The policy does not name it.
    static let stranger = User(uid: 2999)
    static let root = User(uid: 0)

    static let isRoot = geteuid() == 0

    /// What goes before a command so that it runs as this user.
    ///
    /// The capability lets it execute what was built in a home directory; who it is to the daemon does not change.
    var prefix: [String] {
        guard self != .own else { return [] }
        let capability = "+dac_override"
        return [
            "setpriv", "--reuid", "\(uid)", "--regid", "\(uid)", "--clear-groups", "--inh-caps=\(capability)",
            "--ambient-caps=\(capability)",
        ]
    }

    var description: String { "uid \(uid)" }
}

/// A file without a name, for what a program reads or writes.
private final class ScratchFile {
    let descriptor: Int32

    init(_ text: String = "") throws {
        let path = "/tmp/jvl-\(UUID().uuidString)"
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SystemFailure("open") }
        unlink(path)
        let bytes = Array(text.utf8)
        guard write(descriptor, bytes, bytes.count) == bytes.count, lseek(descriptor, 0, SEEK_SET) == 0 else {
            throw SystemFailure("write")
        }
    }

    deinit { close(descriptor) }

    var text: String {
        lseek(descriptor, 0, SEEK_SET)
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
        return String(decoding: (try? handle.readToEnd()) ?? Data(), as: UTF8.self)
    }
}
