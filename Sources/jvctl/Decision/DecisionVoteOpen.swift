// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionVoteOpen: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Put the current revision to the vote of a body.",
        discussion: Example.of("jvctl decision vote open D-0004 board majority")
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @Argument(help: "The body whose voting seats vote.", completion: .keys(of: .body))
    var body: String

    @Argument(help: "majority or unanimity.")
    var rule: String

    @Option(help: "The option that is voted on; to choose among all without it.")
    var option: Int?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "vote.opened",
            "decision/\(key)",
            [
                "body": .text(body),
                "rule": .text(rule),
                "option": .number(option),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
