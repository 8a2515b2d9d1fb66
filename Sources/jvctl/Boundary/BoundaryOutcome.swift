// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct BoundaryOutcome: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "outcome",
        abstract: "Record what came of an action across a boundary.",
        discussion: Example.of("jvctl boundary outcome BA-0001 landed")
    )

    @Argument(help: "The action.", completion: .keys(of: .boundary))
    var key: String

    @Argument(help: "landed, partly or failed.")
    var result: String

    @Option(help: "More about it.")
    var note: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "boundary.outcome.recorded",
            "boundary/\(key)",
            [
                "result": .text(result),
                "note": .text(note),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
