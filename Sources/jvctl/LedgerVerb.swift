// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

/// A verb that asks the ledger.
protocol LedgerVerb: AsyncParsableCommand {
    /// The options that every verb has.
    var common: CommonOptions { get }

    /// Does what was asked, over a connection.
    func run(_ session: Session) async throws(Complaint)
}

extension LedgerVerb {
    mutating func run() async throws {
        let session = try await Session.connect(common.settings)
        try await run(session)
        await session.close()
    }
}

extension LedgerVerb {
    /// Refuses a command line without an argument that must be there, unless there is somebody to ask for it.
    ///
    /// Such arguments are optional to the parser, or it would refuse before anybody could be asked.
    func demandUnlessAsked(_ arguments: KeyValuePairs<String, Bool>) throws {
        guard common.settings.asker == nil else { return }
        guard let missing = arguments.first(where: { !$0.value }) else { return }
        throw ValidationError("Missing expected argument '<\(missing.key)>'")
    }
}

/// A verb that has verbs of its own and does nothing itself.
protocol Noun: AsyncParsableCommand {}

/// The part of a help text that shows how a verb is typed.
enum Example {
    /// The commands under the heading that every help text has, after what there is to say.
    static func of(_ commands: String..., saying text: String = "") -> String {
        let preface = text.isEmpty ? "" : text + "\n\n"
        return preface + "Example:\n" + commands.map { "  " + $0 }.joined(separator: "\n")
    }
}
