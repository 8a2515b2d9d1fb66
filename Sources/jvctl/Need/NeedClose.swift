// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct NeedClose: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Record that a need is met, withdrawn or will not be met.",
        discussion: Example.of(
            "jvctl need close N-0001 met --decision D-0001"
        )
    )

    @Argument(help: "The need.", completion: .keys(of: .need))
    var key: String

    @Argument(help: "met, withdrawn or accepted (it will not be met).")
    var outcome: String

    @Option(help: "The decision that led to it.", completion: .keys(of: .decision))
    var decision: String?

    @Option(help: "More about it.")
    var note: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "need.closed",
            "need/\(key)",
            [
                "outcome": .text(outcome),
                "decision": .text(decision),
                "note": .text(note),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
