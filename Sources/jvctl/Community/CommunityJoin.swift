// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct CommunityJoin: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "join",
        abstract: "Record that an organisation joined a community.",
        discussion: Example.of(
            "jvctl community join frailty age-uk-essex"
        )
    )

    @Argument(help: "The community.", completion: .keys(of: .community))
    var key: String

    @Argument(help: "The organisation or unit that joined.", completion: .keys(of: .organisation))
    var organisation: String

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "community.joined",
            "community/\(key)",
            [
                "org": .text(organisation)
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
