// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct PracticeUse: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "use",
        abstract: "Record that somebody used a practice, and whether it worked.",
        discussion: Example.of(
            "jvctl practice use PR-0001 provide --worked yes"
        )
    )

    @Argument(help: "The practice.", completion: .keys(of: .practice))
    var key: String

    @Argument(help: "The organisation or unit that used it.", completion: .keys(of: .organisation))
    var organisation: String

    @Option(help: "Whether it worked: yes, partly or no.")
    var worked: String

    @Option(help: "The assignment in which somebody acts for it.", completion: .keys(of: .assignment))
    var by: String?

    @Option(help: "Who acts, where no assignment says it.", completion: .keys(of: .person))
    var person: String?

    @Option(help: "How it went.")
    var note: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "practice.used",
            "practice/\(key)",
            [
                "org": .text(organisation),
                "by": .text(by),
                "person": .text(person),
                "worked": .text(worked),
                "note": .text(note),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
