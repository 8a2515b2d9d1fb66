// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionComplete: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "complete",
        abstract: "Record that it has been carried out.",
        discussion: Example.of("jvctl decision complete D-0003")
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @Option(help: "What was done.")
    var note: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "implementation.completed",
            "decision/\(key)",
            [
                "note": .text(note)
            ]
        )
        try await session.step(key, draft, recording.settings) { row in "\(row.key) implemented." }
    }
}
