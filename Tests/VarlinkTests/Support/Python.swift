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
        let process = Process()
        let output = Pipe()
        let text = try await started(process, arguments, output) {
            String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        }
        return Outcome(status: process.terminationStatus, output: text)
    }

    /// Runs a module as a server until the body ends.
    static func serve(_ arguments: [String], _ body: () async throws -> Void) async throws {
        let process = Process()
        let output = Pipe()
        _ = try await started(process, ["-u", "-m"] + arguments, output, untilEnd: false) {
            // Each line is written whole.
            while true {
                let said = output.fileHandleForReading.availableData
                if said.isEmpty || said.starts(with: ready) { return said.isEmpty }
            }
        }
        do { try await body() } catch {
            process.terminate()
            throw error
        }
        process.terminate()
        await onThread { process.waitUntilExit() }
    }

    /// Starts it, and waits on a thread of its own: those of the tests' tasks are the ones that answer calls.
    private static func started<Value: Sendable>(
        _ process: Process,
        _ arguments: [String],
        _ output: Pipe,
        untilEnd: Bool = true,
        _ wait: @escaping @Sendable () -> Value
    ) async throws -> Value {
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [interpreter] + arguments
        process.standardOutput = output
        process.standardError = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        return await onThread {
            let value = wait()
            if untilEnd { process.waitUntilExit() }
            return value
        }
    }

    private static func onThread<Value: Sendable>(_ body: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { continuation.resume(returning: body()) }
        }
    }
}
