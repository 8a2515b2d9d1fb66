// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A fresh directory that is removed with all that is in it when it is let go.
///
/// Its path is short, so that sockets in it have addresses (108 bytes at most), and every user may pass through it.
final class TemporaryDirectory: Sendable {
    let path: String

    init() throws {
        var template = Array("/tmp/jvl-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw SystemFailure("mkdtemp") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard chmod(path, 0o755) == 0 else { throw SystemFailure("chmod") }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The path of a file in it.
    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file in it and returns its path.
    @discardableResult
    func write(_ name: String, _ text: String) throws -> String {
        try Data(text.utf8).write(to: URL(fileURLWithPath: file(name)))
        return file(name)
    }
}

extension TemporaryDirectory {
    /// Writes a script in it that can be run, and returns its path.
    ///
    /// Another process writes it. Were it open here, a program that another test starts could hold it open for the
    /// moment between fork and exec, in which nobody could run it (ETXTBSY).
    func program(_ name: String, _ text: String) async throws -> String {
        var command = Command(["sh", "-c", "cat >\"$1\" && chmod 755 \"$1\"", "sh", file(name)])
        command.input = text
        let outcome = try await command.run()
        guard outcome.status == 0 else { throw SystemFailure("writing \(file(name)): \(outcome)", EIO) }
        return file(name)
    }
}

/// A system call that failed, and why.
struct SystemFailure: Error, CustomStringConvertible {
    let description: String

    init(_ call: String, _ number: Int32 = errno) {
        description = "\(call): \(String(cString: strerror(number)))"
    }
}

/// Runs what blocks on a thread of its own, so that the tests' few threads stay free.
func blocking<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
    }
}
