// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct Dispute: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "dispute",
        abstract: "Record that entries contradict each other; all of them stay.",
        discussion: Example.of("jvctl dispute 40 41 --question \"When was the workshop?\"")
    )

    @Argument(help: "The positions of the entries, two at least.")
    var positions: [Int]

    @Option(help: "What they differ about.")
    var question: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "claim.disputed",
            "claim/",
            [
                "entries": .array(positions.map { .integer(Int64($0)) }),
                "question": .text(question),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
