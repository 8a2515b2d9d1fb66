// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct FindingAdd: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Record what was found.",
        discussion: Example.of("jvctl finding add \"Local gains, not scalable\" --outcome partial")
    )

    @Argument(help: "What was found.")
    var title: String

    @Option(help: "How what was tried turned out: success, partial or failure.")
    var outcome: String?

    @Option(help: "The organisation or unit that found it.", completion: .keys(of: .organisation))
    var organisation: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "finding.recorded",
            "finding/",
            [
                "title": .text(title),
                "outcome": .text(outcome),
                "org": .text(organisation),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
