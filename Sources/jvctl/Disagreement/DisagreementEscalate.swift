// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DisagreementEscalate: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "escalate",
        abstract: "Record that a dispute goes to the next stage.",
        discussion: Example.of(
            "jvctl disagreement escalate DI-0001 chiefExecutives"
        )
    )

    @Argument(help: "The dispute.", completion: .keys(of: .dispute))
    var key: String

    @Argument(help: "leads, seniorOfficers, body, chiefExecutives, mediation or determination.")
    var stage: String

    @Option(help: "The body that is to deal with it.", completion: .keys(of: .body))
    var body: String?

    @Option(help: "More about it.")
    var note: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "dispute.escalated",
            "dispute/\(key)",
            [
                "stage": .text(stage),
                "body": .text(body),
                "note": .text(note),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
