// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionMeet: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "condition-met",
        abstract: "Say that the condition of a partner's consent is met, or that the partner waives it.",
        discussion: Example.of("jvctl decision condition-met D-0004 --note \"The budget is approved\"")
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @Option(help: "How it was met, or why it is waived.")
    var note: String?

    @Option(help: "Report it for this partner, from a --source.", completion: .keys(of: .partner))
    var report: String?

    @Option(help: "The assignment that gives the authority.", completion: .keys(of: .assignment))
    var by: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let partner = try await session.partner(recording.settings, reported: report)
        let draft = Draft(
            "condition.met",
            "decision/\(key)",
            ["org": .text(partner.organisation), "by": .text(by), "note": .text(note)]
        )
        try await session.step(key, draft, partner.settings) { row in
            "The condition of \(partner.organisation) for \(key) is met. \(row.waiting)"
        }
    }
}
