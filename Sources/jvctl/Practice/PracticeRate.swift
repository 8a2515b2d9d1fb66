// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct PracticeRate: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "rate",
        abstract: "Record how useful somebody who used a practice found it.",
        discussion: Example.of(
            "jvctl practice rate PR-0001 provide 4"
        )
    )

    @Argument(help: "The practice.", completion: .keys(of: .practice))
    var key: String

    @Argument(help: "The organisation or unit that rates it.", completion: .keys(of: .organisation))
    var organisation: String

    @Argument(help: "From 1 (of no use) to 5 (of great use).")
    var rating: Int

    @Option(help: "The assignment in which somebody acts for it.", completion: .keys(of: .assignment))
    var by: String?

    @Option(help: "Who acts, where no assignment says it.", completion: .keys(of: .person))
    var person: String?

    @Option(help: "Why.")
    var note: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "practice.rated",
            "practice/\(key)",
            [
                "org": .text(organisation),
                "by": .text(by),
                "person": .text(person),
                "rating": .number(rating),
                "note": .text(note),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
