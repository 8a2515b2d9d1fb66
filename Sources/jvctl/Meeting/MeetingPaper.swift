// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct MeetingPaper: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "paper",
        abstract: "Record that a paper for a meeting was circulated.",
        discussion: Example.of(
            "jvctl meeting paper M-0002 \"Business case\" --decision D-0003 --occurred 2026-12-01",
            saying: "That somebody read it is recorded with: jvctl record paper.read meeting/KEY"
        )
    )

    @Argument(help: "The meeting.", completion: .keys(of: .meeting))
    var key: String

    @Argument(help: "What the paper is called.")
    var title: String

    @Option(help: "The decision that it is about.", completion: .keys(of: .decision))
    var decision: String?

    @Option(help: "SHA-256 of the document.")
    var digest: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "paper.circulated",
            "meeting/\(key)",
            [
                "title": .text(title),
                "decision": .text(decision),
                "digest": .text(digest),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
