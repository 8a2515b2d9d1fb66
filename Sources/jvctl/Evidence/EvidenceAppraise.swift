// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct EvidenceAppraise: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "appraise",
        abstract: "Record what a piece of evidence is worth.",
        discussion: Example.of(
            "jvctl evidence appraise REF moderate --method \"Critical appraisal checklist\" --organisation university-of-essex"
        )
    )

    @Argument(help: "The evidence.", completion: .keys(of: .evidence))
    var key: String

    @Argument(help: "strong, moderate, weak or insufficient.")
    var strength: String

    @Option(help: "How that was judged.")
    var method: String?

    @Option(help: "The organisation that judged.", completion: .keys(of: .organisation))
    var organisation: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "evidence.appraised",
            "evidence/\(key)",
            [
                "strength": .text(strength),
                "method": .text(method),
                "org": .text(organisation),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
