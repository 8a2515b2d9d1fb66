// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct CommitmentComplete: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "complete",
        abstract: "Record that it is done.",
        discussion: Example.of(
            "jvctl commitment complete CM-0001 --occurred 2019-09-20"
        )
    )

    @Argument(help: "The commitment.", completion: .keys(of: .commitment))
    var key: String

    @Option(help: "What came of it.")
    var note: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "commitment.completed",
            "commitment/\(key)",
            [
                "note": .text(note)
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
