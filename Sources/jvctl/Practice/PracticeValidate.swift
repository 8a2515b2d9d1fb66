// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct PracticeValidate: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Record that somebody other than its author found a practice sound.",
        discussion: Example.of(
            "jvctl practice validate PR-0001 essex-county-council --by A-0002"
        )
    )

    @Argument(help: "The practice.", completion: .keys(of: .practice))
    var key: String

    @Argument(help: "The organisation or unit that found it sound.", completion: .keys(of: .organisation))
    var organisation: String

    @Option(help: "The assignment in which somebody acts for it.", completion: .keys(of: .assignment))
    var by: String?

    @Option(help: "Who acts, where no assignment says it.", completion: .keys(of: .person))
    var person: String?

    @Option(help: "What the validation rests on.")
    var note: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "practice.validated",
            "practice/\(key)",
            [
                "org": .text(organisation),
                "by": .text(by),
                "person": .text(person),
                "note": .text(note),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
