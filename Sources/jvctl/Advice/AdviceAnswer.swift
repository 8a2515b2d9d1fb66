// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct AdviceAnswer: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "answer",
        abstract: "Record that advice was given.",
        discussion: Example.of(
            "jvctl advice answer AD-0001 university-of-essex --text \"A longitudinal study\""
        )
    )

    @Argument(help: "The advice that was sought.", completion: .keys(of: .advice))
    var key: String

    @Argument(help: "The organisation or unit that gave it.", completion: .keys(of: .organisation))
    var organisation: String

    @Option(help: "What was advised.")
    var text: String?

    @Option(help: "What it gave: solution, metaKnowledge, reformulation, validation or legitimation.")
    var benefit: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "advice.given",
            "advice/\(key)",
            [
                "org": .text(organisation),
                "text": .text(text),
                "benefit": .text(benefit),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
