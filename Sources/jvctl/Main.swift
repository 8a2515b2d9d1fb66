// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Dispatch
import Glibc
import LedgerCommands

/// Reads the command line, runs the verb and maps however it ends to an exit code, which is done nowhere
/// else.
@main
enum Main {
    /// The first argument when a shell asks which words may stand where the cursor is.
    private static let completion = "---completion"
    /// How long a shell waits for them, at most.
    private static let completionPatience = DispatchTimeInterval.seconds(1)

    static func main() {
        Console.prepare()
        let arguments = LeadingOptions.moved(
            Array(CommandLine.arguments.dropFirst()),
            nouns: nouns(among: Jvctl.configuration.subcommands)
        )
        if arguments.first == completion {
            // Whatever takes longer, such as a daemon that hangs: the shell must not wait for it.
            DispatchQueue.global().asyncAfter(deadline: .now() + completionPatience) {
                _exit(ProgramExit.done.rawValue)
            }
        }
        // Of medium priority, unlike the main task: a higher one asks for a thread priority that a unit, in which
        // this runs as ExecReload=, does not grant.
        Task.detached(priority: .medium) { exit(await status(of: arguments).rawValue) }
        // Nothing runs on the main queue. dispatchMain() would serve it with a thread of a priority that few may have.
        while true { pause() }
    }

    /// The words that a verb follows, each with those that it stands behind.
    private static func nouns(among verbs: [any ParsableCommand.Type], behind: String = "") -> Set<String> {
        verbs.reduce(into: []) { nouns, verb in
            let verbs = verb.configuration.subcommands
            guard !verbs.isEmpty, let name = verb.configuration.commandName else { return }
            nouns.insert(behind + name)
            nouns.formUnion(self.nouns(among: verbs, behind: behind + name + " "))
        }
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
        if arguments.first == completion {
            // Who is typing is told nothing of what went wrong, such as a script of another version.
            let isAnswer = Jvctl.exitCode(for: error).isSuccess && !message.isEmpty
            Console.print(isAnswer ? [message] : [])
            return .done
        }
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
