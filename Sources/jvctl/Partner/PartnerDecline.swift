// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct PartnerDecline: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "decline",
        abstract: "Record that an organisation declines to join.",
        discussion: Example.of("jvctl partner decline mid-essex-trust")
    )

    @Argument(help: "The organisation.", completion: .keys(of: .partner))
    var organisation: String

    @Option(help: "Why.")
    var reason: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "partner.declined",
            "partner/\(organisation)",
            [
                "reason": .text(reason)
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
