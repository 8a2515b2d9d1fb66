// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Dispatch
import Glibc

/// Reads the command line, runs the verb, and maps however it ends to an exit status.
@main
enum Main {
    static func main() {
        // Of medium priority, unlike the main task: a higher one asks for a thread priority that no unit grants.
        Task.detached(priority: .medium) { exit(await status()) }
        // Nothing runs on the main queue. dispatchMain() would serve it with a thread of a priority that few may have.
        while true { pause() }
    }

    private static func status() async -> Int32 {
        do {
            var command = try Jvledgerd.parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            return EXIT_SUCCESS
        } catch let failure as Failure {
            // The daemon has logged it.
            if !failure.message.isEmpty { say(failure.message, to: STDERR_FILENO) }
            return failure.status
        } catch {
            let isAsked = Jvledgerd.exitCode(for: error).isSuccess
            say(Jvledgerd.fullMessage(for: error), to: isAsked ? STDOUT_FILENO : STDERR_FILENO)
            return isAsked ? EXIT_SUCCESS : 2
        }
    }

    private static func say(_ message: String, to descriptor: Int32) {
        let bytes = Array((message + "\n").utf8)
        _ = write(descriptor, bytes, bytes.count)
    }
}
