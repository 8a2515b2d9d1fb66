// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct CommitmentReassign: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "reassign",
        abstract: "Record that somebody else is to do it; whoever is named replaces owner and organisation.",
        discussion: Example.of(
            "jvctl commitment reassign CM-0001 --owner A-0003 --reason \"Left the post\""
        )
    )

    @Argument(help: "The commitment.", completion: .keys(of: .commitment))
    var key: String

    @Option(help: "The assignment of whoever is to do it from now on.", completion: .keys(of: .assignment))
    var owner: String?

    @Option(help: "The organisation that is to do it from now on.", completion: .keys(of: .organisation))
    var organisation: String?

    @Option(help: "Why it changed hands.")
    var reason: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "commitment.reassigned",
            "commitment/\(key)",
            [
                "owner": .text(owner),
                "org": .text(organisation),
                "reason": .text(reason),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
