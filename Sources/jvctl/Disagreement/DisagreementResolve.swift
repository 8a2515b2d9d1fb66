// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DisagreementResolve: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract: "Record that a dispute is over.",
        discussion: Example.of(
            "jvctl disagreement resolve DI-0001 agreed --decision D-0002"
        )
    )

    @Argument(help: "The dispute.", completion: .keys(of: .dispute))
    var key: String

    @Argument(help: "agreed, withdrawn, determined or parted.")
    var outcome: String

    @Option(help: "The decision that ended it.", completion: .keys(of: .decision))
    var decision: String?

    @Option(help: "What was agreed or decided.")
    var note: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "dispute.resolved",
            "dispute/\(key)",
            [
                "outcome": .text(outcome),
                "decision": .text(decision),
                "note": .text(note),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
