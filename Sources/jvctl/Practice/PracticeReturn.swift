// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct PracticeReturn: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "return",
        abstract: "Give a practice back to its author.",
        discussion: Example.of(
            "jvctl practice return PR-0001 essex-county-council \"Say for which patients\""
        )
    )

    @Argument(help: "The practice.", completion: .keys(of: .practice))
    var key: String

    @Argument(help: "The organisation or unit that gives it back.", completion: .keys(of: .organisation))
    var organisation: String

    @Argument(help: "What is missing or wrong.")
    var reason: String

    @Option(help: "The assignment in which somebody acts for it.", completion: .keys(of: .assignment))
    var by: String?

    @Option(help: "Who acts, where no assignment says it.", completion: .keys(of: .person))
    var person: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "practice.returned",
            "practice/\(key)",
            [
                "org": .text(organisation),
                "by": .text(by),
                "person": .text(person),
                "reason": .text(reason),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
