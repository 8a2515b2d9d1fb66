// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct ConsultationRespond: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "respond",
        abstract: "Record what somebody answered; their words are kept sealed.",
        discussion: Example.of(
            "jvctl consultation respond CN-0001 --audience carers --count 12 --stance for",
            "jvctl consultation respond CN-0001 --organisation provide --stance against --text \"Too long\""
        )
    )

    @Argument(help: "The consultation.", completion: .keys(of: .consultation))
    var key: String

    @Option(help: "The group that answered, if only part of those asked.")
    var audience: String?

    @Option(help: "The organisation that answered.", completion: .keys(of: .organisation))
    var organisation: String?

    @Option(help: "How many responses this stands for.")
    var count: Int?

    @Option(help: "for, against or neutral.")
    var stance: String?

    @Option(help: "What they say.")
    var text: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "consultation.response.recorded",
            "consultation/\(key)",
            [
                "audience": .text(audience),
                "org": .text(organisation),
                "count": .number(count),
                "stance": .text(stance),
                "text": .text(text),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
