// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionPosition: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "position",
        abstract: "State what an organisation thinks of it, short of a consent.",
        discussion: Example.of(
            "jvctl decision position D-0004 object --reason \"The winter plan comes first\""
        )
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @Argument(help: "support, accept, object or abstain.")
    var stance: String

    @Option(help: "The number of the option of which it speaks.")
    var option: Int?

    @Option(help: "Under which conditions.")
    var condition: String?

    @Option(help: "Why.")
    var reason: String?

    @Option(
        help: "The assignment that gives the authority, such as A-0001.",
        completion: .keys(of: .assignment)
    )
    var by: String?

    @Option(
        help: "Report what this organisation said, from a --source, instead of speaking for your own.",
        completion: .keys(of: .organisation)
    )
    var report: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let partner = try await session.partner(recording.settings, reported: report)
        let draft = Draft(
            "position.stated",
            "decision/\(key)",
            [
                "org": .text(partner.organisation),
                "stance": .text(stance),
                "option": .number(option),
                "condition": .text(condition),
                "reason": .text(reason),
                "by": .text(by),
            ]
        )
        try await session.recordAndSay([draft], partner.settings)
    }
}
