// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct OrganisationRename: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "rename",
        abstract: "Record that an organisation is called otherwise.",
        discussion: Example.of("jvctl organisation rename mid-essex-trust \"Mid and South Essex Trust\"")
    )

    @Argument(help: "The organisation.", completion: .keys(of: .organisation))
    var key: String

    @Argument(help: "What it is called from now on.")
    var title: String

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "organisation.renamed",
            "organisation/\(key)",
            [
                "title": .text(title)
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
