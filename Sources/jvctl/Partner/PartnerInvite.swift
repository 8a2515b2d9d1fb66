// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct PartnerInvite: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "invite",
        abstract: "Record that an organisation is asked to join.",
        discussion: Example.of("jvctl partner invite mid-essex-trust")
    )

    @Argument(help: "The organisation.", completion: .keys(of: .organisation))
    var organisation: String

    @Option(help: "What it is asked to join for.")
    var note: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "partner.invited",
            "partner/\(organisation)",
            [
                "note": .text(note)
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
