// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionOption: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "option",
        abstract: "Put another option on the table.",
        discussion: Example.of("jvctl decision option D-0004 2 \"Two wards first\"")
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @Argument(help: "Its number: the next one.")
    var number: Int

    @Argument(help: "What the option is.")
    var title: String

    @Option(help: "statusQuo, jointVenture, contractOut or other.")
    var kind: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "option.added",
            "decision/\(key)",
            [
                "option": .number(number),
                "title": .text(title),
                "kind": .text(kind),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
