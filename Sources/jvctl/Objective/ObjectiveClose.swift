// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct ObjectiveClose: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Record that an objective is no longer pursued, and how it ended.",
        discussion: Example.of(
            "jvctl objective close O-0001 met \"The median has been below 2 days for a year\""
        )
    )

    @Argument(help: "The objective.", completion: .keys(of: .objective))
    var key: String

    @Argument(help: "met, partly, notMet or dropped.")
    var outcome: String

    @Argument(help: "Why it is closed, and what shows the outcome.")
    var reason: String

    @Option(help: "The decision that led to it.", completion: .keys(of: .decision))
    var decision: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "objective.closed",
            "objective/\(key)",
            [
                "outcome": .text(outcome),
                "reason": .text(reason),
                "decision": .text(decision),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
