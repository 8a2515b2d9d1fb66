// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct AdviceAsk: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "ask",
        abstract: "Record that advice was sought.",
        discussion: Example.of(
            "jvctl advice ask provide university-of-essex \"How to evaluate joint working\""
        )
    )

    @Argument(help: "The organisation or unit that sought it.", completion: .keys(of: .organisation))
    var seeker: String

    @Argument(help: "The organisation or unit that was asked.", completion: .keys(of: .organisation))
    var source: String

    @Argument(help: "What about.")
    var topic: String

    @Option(help: "The assignment in which somebody sought it.", completion: .keys(of: .assignment))
    var by: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "advice.requested",
            "advice/",
            [
                "seeker": .text(seeker),
                "source": .text(source),
                "topic": .text(topic),
                "seekerBy": .text(by),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
