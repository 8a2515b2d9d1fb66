// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionWithdraw: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Take a proposal back.",
        discussion: Example.of("jvctl decision withdraw D-0004 --reason \"Overtaken by events\"")
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @Option(help: "Why.")
    var reason: String?

    @Option(help: "Take only this option off the table.")
    var option: Int?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            option == nil ? "proposal.withdrawn" : "option.withdrawn",
            "decision/\(key)",
            [
                "option": .number(option),
                "reason": .text(reason),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
