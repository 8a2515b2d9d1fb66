// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct LessonValidate: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Record that somebody other than its author found a lesson right.",
        discussion: Example.of(
            "jvctl lesson validate L-0001 essex-county-council --by A-0002"
        )
    )

    @Argument(help: "The lesson.", completion: .keys(of: .lesson))
    var key: String

    @Argument(help: "The organisation or unit that found it right.", completion: .keys(of: .organisation))
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
            "lesson.validated",
            "lesson/\(key)",
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
