// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct CommunityLeave: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "leave",
        abstract: "Record that an organisation left a community.",
        discussion: Example.of(
            "jvctl community leave frailty age-uk-essex"
        )
    )

    @Argument(help: "The community.", completion: .keys(of: .community))
    var key: String

    @Argument(help: "The organisation or unit that left.", completion: .keys(of: .organisation))
    var organisation: String

    @Option(help: "Why it left.")
    var reason: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "community.left",
            "community/\(key)",
            [
                "org": .text(organisation),
                "reason": .text(reason),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
