// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionWithdrawConsent: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "withdraw-consent",
        abstract: "Take a partner's consent back before the decision is adopted.",
        discussion: Example.of("jvctl decision withdraw-consent D-0004 --reason \"The funding is uncertain\"")
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @Option(help: "Why.")
    var reason: String?

    @Option(help: "Report that this partner took it back, from a --source.", completion: .keys(of: .partner))
    var report: String?

    @Option(help: "The assignment that gives the authority.", completion: .keys(of: .assignment))
    var by: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let partner = try await session.partner(recording.settings, reported: report)
        let draft = Draft(
            "consent.withdrawn",
            "decision/\(key)",
            ["org": .text(partner.organisation), "by": .text(by), "reason": .text(reason)]
        )
        try await session.step(key, draft, partner.settings) { row in
            "\(partner.organisation) takes its consent to \(key) back. \(row.waiting)"
        }
    }
}
