// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionVoteClose: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Record that a vote is closed; what it came to follows from the ballots.",
        discussion: Example.of("jvctl decision vote close D-0004")
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @Option(help: "More about it.")
    var note: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "vote.closed",
            "decision/\(key)",
            [
                "note": .text(note)
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
