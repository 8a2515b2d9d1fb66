// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionMilestone: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "milestone",
        abstract: "Record what carrying it out has reached; a block ends with that.",
        discussion: Example.of("jvctl decision milestone D-0003 \"First ward\"")
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @Argument(help: "What it has reached, in a few words.")
    var title: String

    @Option(help: "More about it.")
    var note: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "implementation.milestone.reached",
            "decision/\(key)",
            [
                "title": .text(title),
                "note": .text(note),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
