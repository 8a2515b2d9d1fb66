// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct ConsultationOpen: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Record that people are asked what they think.",
        discussion: Example.of(
            "jvctl consultation open \"The new referral form\" staff --about decision/D-0001 --until 2019-06-30"
        )
    )

    @Argument(help: "What is asked, in one line.")
    var title: String

    @Argument(help: "staff, serviceUsers, carers, partners or public.")
    var audience: String

    @Option(help: "What it is about, as KIND/KEY.", completion: .references)
    var about: String?

    @Option(help: "The organisation that asks.", completion: .keys(of: .organisation))
    var organisation: String?

    @Option(help: "Until when responses are taken, as EDTF.")
    var until: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "consultation.opened",
            "consultation/",
            [
                "title": .text(title),
                "audience": .text(audience),
                "about": .text(about),
                "org": .text(organisation),
                "until": .text(until),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
