// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionCallIn: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "call-in",
        abstract: "Call an adopted decision in: it is suspended until that is resolved.",
        discussion: Example.of("jvctl decision call-in D-0003 --reason \"The wards were not asked\"")
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @Option(help: "On what grounds.")
    var reason: String

    @Option(
        help: "The assignment that gives the authority, such as A-0001.",
        completion: .keys(of: .assignment)
    )
    var by: String?

    @Option(
        help: "Report what this partner said, from a --source, instead of speaking for your own.",
        completion: .keys(of: .partner)
    )
    var report: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let partner = try await session.partner(recording.settings, reported: report)
        let draft = Draft(
            "decision.calledIn",
            "decision/\(key)",
            [
                "org": .text(partner.organisation),
                "reason": .text(reason),
                "by": .text(by),
            ]
        )
        try await session.step(key, draft, partner.settings) { row in
            "\(row.key) is called in, and suspended."
        }
    }
}
