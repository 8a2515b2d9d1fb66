// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Dispatch
import Glibc
import LedgerCommands

/// Reads the command line, runs the verb and maps however it ends to an exit code, which is done nowhere
/// else.
@main
enum Main {
    static func main() {
        Console.prepare()
        let arguments = LeadingOptions.moved(
            Array(CommandLine.arguments.dropFirst()),
            nouns: Jvctl.configuration.subcommands.filter { !$0.configuration.subcommands.isEmpty }
                .compactMap { $0.configuration.commandName }
        )
        // Of medium priority, unlike the main task: a higher one asks for a thread priority that a unit, in which
        // this runs as ExecReload=, does not grant.
        Task.detached(priority: .medium) { exit(await status(of: arguments).rawValue) }
        dispatchMain()
    }

    private static func status(of arguments: [String]) async -> ProgramExit {
        var form = JSONForm.off
        if let help = await TypeHelp.of(arguments) {
            Console.print(help)
            return .done
        }
        do {
            var command = try await Jvctl.asyncParseAsRoot(arguments)
            if let verb = command as? any LedgerVerb { form = verb.common.form }
            if var verb = command as? any AsyncParsableCommand {
                try await verb.run()
            } else {
                try command.run()
            }
            return .done
        } catch let complaint as Complaint {
            Console.report(complaint, form)
            return complaint.status
        } catch let verdict as VerdictStatus {
            return verdict.status
        } catch {
            return parserStatus(error, arguments)
        }
    }

    /// Says what the parser has to say: help on standard output, what is wrong on standard error.
    private static func parserStatus(_ error: any Error, _ arguments: [String]) -> ProgramExit {
        let message = Jvctl.fullMessage(for: error)
        guard !Jvctl.exitCode(for: error).isSuccess else {
            Console.print([message])
            return .done
        }
        Console.printError(unknownVerb(arguments) ?? [message])
        return .usage
    }

    /// What to say when the words that ought to be verbs are not.
    ///
    /// The parser would take them for arguments of the verb that is assumed when there is none.
    private static func unknownVerb(_ arguments: [String]) -> [String]? {
        var command: any ParsableCommand.Type = Jvctl.self
        var path = "jvctl"
        for word in arguments.prefix(2) {
            let verbs = command.configuration.subcommands
            guard !verbs.isEmpty, !word.hasPrefix("-") else { return nil }
            guard let next = verbs.first(where: { $0.configuration.commandName == word }) else {
                let names = verbs.compactMap { $0.configuration.commandName }
                let guess =
                    Spelling.closest(to: word, among: names).map { "; did you mean \(path) \($0)?" } ?? ""
                return [
                    "Error: there is no \(path) \(DisplayText.line(word))\(guess)", "Next: \(path) --help",
                ]
            }
            command = next
            path += " " + word
        }
        return nil
    }
}

/// How a verification ended, once its verdict is printed.
struct VerdictStatus: Error {
    let status: ProgramExit
}
