// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The Python implementation of Varlink, in processes of its own.
enum Python {
    private static let interpreter = ProcessInfo.processInfo.environment["JVLEDGER_TEST_PYTHON"] ?? "python3"
    /// What it says when its server listens.
    private static let ready = Array("Listening on".utf8)

    /// How a program ended and what it said.
    struct Outcome: Sendable, CustomStringConvertible {
        let status: Int32
        let output: String
        var description: String { "status \(status)\n\(output)" }
    }

    /// Whether there is an interpreter that has the module.
    static var hasVarlink: Bool {
        get async { (try? await run(["-c", "import varlink.tests"]))?.status == 0 }
    }

    /// Runs the interpreter to its end.
    static func run(_ arguments: [String]) async throws -> Outcome {
        try await withCheckedThrowingContinuation { continuation in
            // On a thread of its own: those of the tests' tasks are the ones that answer calls.
            Thread.detachNewThread {
                continuation.resume(
                    with: Result {
                        let (process, output) = try start(arguments)
                        let text = String(decoding: output.readDataToEndOfFile(), as: UTF8.self)
                        process.waitUntilExit()
                        return Outcome(status: process.terminationStatus, output: text)
                    }
                )
            }
        }
    }

    /// Runs a module as a server until the body ends.
    static func serve(_ arguments: [String], _ body: () async throws -> Void) async throws {
        let (ends, end) = AsyncStream.makeStream(of: Never.self)
        let process: Int32 = try await withCheckedThrowingContinuation { listens in
            // What is started on a thread is waited for on the same.
            Thread.detachNewThread {
                defer { end.finish() }
                do {
                    let (process, output) = try start(["-u", "-m"] + arguments)
                    // Each line is written whole.
                    while true {
                        let said = output.availableData
                        if said.isEmpty || said.starts(with: ready) { break }
                    }
                    listens.resume(returning: process.processIdentifier)
                    process.waitUntilExit()
                } catch { listens.resume(throwing: error) }
            }
        }
        // Not SIGTERM: threads here block it, which a child inherits.
        do { try await body() } catch {
            kill(process, SIGKILL)
            throw error
        }
        kill(process, SIGKILL)
        for await _ in ends {}
    }

    private static func start(_ arguments: [String]) throws -> (Process, FileHandle) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [interpreter] + arguments
        process.standardOutput = output
        process.standardError = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return (process, output.fileHandleForReading)
    }
}
