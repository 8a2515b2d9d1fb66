// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionReject: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "reject",
        abstract: "Record that the partners decide against it.",
        discussion: Example.of("jvctl decision reject D-0004 --reason \"Too costly for what it gains\"")
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @Option(help: "Why.")
    var reason: String

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "decision.rejected",
            "decision/\(key)",
            [
                "reason": .text(reason)
            ]
        )
        try await session.step(key, draft, recording.settings) { row in "\(row.key) rejected." }
    }
}
