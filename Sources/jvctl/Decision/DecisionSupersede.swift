// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionSupersede: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "supersede",
        abstract: "Record that another adopted decision replaces it.",
        discussion: Example.of("jvctl decision supersede D-0002 --by D-0004")
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @Option(
        name: .customLong("by"),
        help: "The adopted decision that replaces it.",
        completion: .keys(of: .decision)
    )
    var replacement: String

    @Option(help: "Who takes over an implementation that is under way.")
    var handover: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "decision.superseded",
            "decision/\(key)",
            [
                "decision": .text(replacement),
                "handover": .text(handover),
            ]
        )
        try await session.step(key, draft, recording.settings) { row in
            "\(row.key) superseded by \(replacement)."
        }
    }
}
