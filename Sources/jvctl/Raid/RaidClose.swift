// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct RaidClose: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Record how it ended.",
        discussion: Example.of(
            "jvctl raid close R-0001 resolved --decision D-0002"
        )
    )

    @Argument(help: "The entry in the register.", completion: .keys(of: .raid))
    var key: String

    @Argument(help: "resolved, occurred, accepted or unfounded.")
    var outcome: String

    @Option(help: "The decision that led to it.", completion: .keys(of: .decision))
    var decision: String?

    @Option(help: "More about it.")
    var note: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "raid.closed",
            "raid/\(key)",
            [
                "outcome": .text(outcome),
                "decision": .text(decision),
                "note": .text(note),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
