// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct PartnerLeave: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "leave",
        abstract: "Record that a partner leaves.",
        discussion: Example.of("jvctl partner leave provide --occurred 2027-03-31")
    )

    @Argument(help: "The partner.", completion: .keys(of: .partner))
    var organisation: String

    @Option(help: "Why.")
    var reason: String?

    @Option(help: "What it still owes, or is owed.")
    var liabilities: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "partner.left",
            "partner/\(organisation)",
            [
                "reason": .text(reason),
                "liabilities": .text(liabilities),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
