// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionReview: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Record a review and what is to happen with the decision.",
        discussion: Example.of("jvctl decision review D-0003 keep --findings \"It works\"")
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @Argument(help: "keep, amend, supersede or rescind.")
    var outcome: String

    @Option(help: "What was found.")
    var findings: String?

    @Option(name: .customLong("next"), help: "When it is to be reviewed next.")
    var nextReview: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "review.completed",
            "decision/\(key)",
            [
                "outcome": .text(outcome),
                "findings": .text(findings),
                "nextReview": .text(nextReview),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
