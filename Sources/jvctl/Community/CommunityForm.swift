// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct CommunityForm: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "form",
        abstract: "Record that a community came to be.",
        discussion: Example.of(
            "jvctl community form frailty \"Frailty community\" --organisation provide"
        )
    )

    @Argument(help: "The key of the community, which you choose.")
    var key: String

    @Argument(help: "What it is called.")
    var title: String

    @Option(help: "What it is for.")
    var purpose: String?

    @Option(
        help: "An organisation that belongs to it; may be given again.",
        completion: .keys(of: .organisation)
    )
    var organisation: [String] = []

    @Option(help: "The decision that led to it.", completion: .keys(of: .decision))
    var decision: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "community.formed",
            "community/\(key)",
            [
                "title": .text(title),
                "purpose": .text(purpose),
                "organisations": .texts(organisation),
                "decision": .text(decision),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
