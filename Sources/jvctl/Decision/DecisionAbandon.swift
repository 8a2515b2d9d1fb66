// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionAbandon: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "abandon",
        abstract: "Record that carrying it out was given up.",
        discussion: Example.of("jvctl decision abandon D-0003 --reason \"No funding\"")
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @Option(help: "Why.")
    var reason: String

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "implementation.abandoned",
            "decision/\(key)",
            [
                "reason": .text(reason)
            ]
        )
        try await session.step(key, draft, recording.settings) { row in "\(row.key) abandoned." }
    }
}
