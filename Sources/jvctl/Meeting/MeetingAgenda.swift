// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct MeetingAgenda: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "agenda",
        abstract: "Publish what a meeting is to deal with.",
        discussion: Example.of(
            "jvctl meeting agenda M-0002 \"1 Minutes; 2 Programme manager\" --decision D-0003"
        )
    )

    @Argument(help: "The meeting.", completion: .keys(of: .meeting))
    var key: String

    @Argument(help: "The items.")
    var agenda: String?

    @Option(help: "A decision that is among the items; may be given again.", completion: .keys(of: .decision))
    var decision: [String] = []

    @Option(help: "SHA-256 of the document.")
    var digest: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "agenda.published",
            "meeting/\(key)",
            [
                "agenda": .text(agenda),
                "decisions": .texts(decision),
                "digest": .text(digest),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
