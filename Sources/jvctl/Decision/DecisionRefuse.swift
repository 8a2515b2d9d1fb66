// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionRefuse: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "refuse",
        abstract: "Refuse a partner's consent to the current revision, or report that it was refused.",
        discussion: Example.of("jvctl decision refuse D-0004 --reason \"Not before the winter\"")
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @Option(help: "Why.")
    var reason: String?

    @Option(
        help: "Report the refusal of this partner, from a --source, instead of refusing.",
        completion: .keys(of: .partner)
    )
    var report: String?

    @Option(help: "The assignment that gives the authority.", completion: .keys(of: .assignment))
    var by: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let partner = try await session.partner(recording.settings, reported: report)
        let revision = try await session.decision(key).row.revision
        let draft = Draft(
            "consent.refused",
            "decision/\(key)",
            [
                "org": .text(partner.organisation), "by": .text(by), "revision": .number(revision),
                "reason": .text(reason),
            ]
        )
        try await session.step(key, draft, partner.settings) { row in
            let verb = report == nil ? "refuses" : "is reported to refuse"
            return "\(partner.organisation) \(verb) \(key) revision \(revision). \(row.waiting)"
        }
    }
}
