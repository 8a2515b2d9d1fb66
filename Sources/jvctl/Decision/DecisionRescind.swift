// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionRescind: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "rescind",
        abstract: "Undo a decision; a joint one by another adopted decision.",
        discussion: Example.of(
            "jvctl decision rescind D-0002 --by D-0005 --reason \"The method was given up\""
        )
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @Option(help: "Why.")
    var reason: String

    @Option(
        name: .customLong("by"),
        help: "The adopted decision to undo it; needed if it was joint.",
        completion: .keys(of: .decision)
    )
    var replacement: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "decision.rescinded",
            "decision/\(key)",
            [
                "decision": .text(replacement),
                "reason": .text(reason),
            ]
        )
        try await session.step(key, draft, recording.settings) { row in "\(row.key) rescinded." }
    }
}
