// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct EvidenceRetract: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "retract",
        abstract: "Record that a piece of evidence was withdrawn; what rests on it stays.",
        discussion: Example.of(
            "jvctl evidence retract REF \"Withdrawn by its authors\""
        )
    )

    @Argument(help: "The evidence.", completion: .keys(of: .evidence))
    var key: String

    @Argument(help: "Why.")
    var reason: String

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "evidence.retracted",
            "evidence/\(key)",
            [
                "reason": .text(reason)
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
