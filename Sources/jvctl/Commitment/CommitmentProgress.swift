// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct CommitmentProgress: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "progress",
        abstract: "Record how far it has come.",
        discussion: Example.of(
            "jvctl commitment progress CM-0001 \"Draft is with both partners\" --percent 60"
        )
    )

    @Argument(help: "The commitment.", completion: .keys(of: .commitment))
    var key: String

    @Argument(help: "How it stands.")
    var note: String

    @Option(help: "How much of it is done, in per cent.")
    var percent: Int?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "commitment.progressed",
            "commitment/\(key)",
            [
                "note": .text(note),
                "percent": .number(percent),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
