// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionEvidence: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "evidence",
        abstract: "Link registered evidence to a proposal.",
        discussion: Example.of(
            "jvctl decision evidence D-0004 REF supports",
            "jvctl evidence add REF \"Case study\" --kind evaluation"
        )
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @Argument(help: "The key of the evidence.", completion: .keys(of: .evidence))
    var evidence: String

    @Argument(help: "supports, contradicts or context.")
    var role: String

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "evidence.linked",
            "decision/\(key)",
            [
                "evidence": .text(evidence),
                "role": .text(role),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
