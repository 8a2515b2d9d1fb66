// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct ConsultationClose: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Record that a consultation is over.",
        discussion: Example.of(
            "jvctl consultation close CN-0001 --findings \"Shorter, and in plain words\""
        )
    )

    @Argument(help: "The consultation.", completion: .keys(of: .consultation))
    var key: String

    @Option(help: "What was heard, in summary.")
    var findings: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "consultation.closed",
            "consultation/\(key)",
            [
                "findings": .text(findings)
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
