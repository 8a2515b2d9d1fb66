// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct OrganisationAdd: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Register an organisation, or a unit of one.",
        discussion: Example.of("jvctl organisation add provide Provide --kind provider")
    )

    @Argument(help: "Its key, by which it is named from then on.")
    var key: String

    @Argument(help: "What it is called.")
    var title: String

    @Option(
        help:
            """
            provider, commissioner, council, communityInterestCompany, nhsTrust, voluntary, university, \
            nationalBody, programmeOffice or other.
            """
    )
    var kind: String

    @Option(help: "The organisation that it is a unit of.", completion: .keys(of: .organisation))
    var parent: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "organisation.registered",
            "organisation/\(key)",
            [
                "title": .text(title),
                "kind": .text(kind),
                "parent": .text(parent),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
