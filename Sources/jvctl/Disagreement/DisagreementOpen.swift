// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DisagreementOpen: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Record that partners disagree about something.",
        discussion: Example.of(
            "jvctl disagreement open \"Who pays for training\" --party provide --party council --about decision/D-0001"
        )
    )

    @Argument(help: "What they disagree about, in one line.")
    var title: String

    @Option(
        help: "An organisation that disagrees; given twice at least.",
        completion: .keys(of: .organisation)
    )
    var party: [String] = []

    @Option(help: "What it is about, as KIND/KEY.", completion: .references)
    var about: String?

    @Option(help: "More about it.")
    var note: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "dispute.opened",
            "dispute/",
            [
                "title": .text(title),
                "parties": .texts(party),
                "about": .text(about),
                "note": .text(note),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
