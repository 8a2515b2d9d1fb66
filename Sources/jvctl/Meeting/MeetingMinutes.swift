// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct MeetingMinutes: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "minutes",
        abstract: "Record the minutes of a meeting.",
        discussion: Example.of("jvctl meeting minutes M-0001 programme-board --approved")
    )

    @Argument(help: "The meeting.", completion: .keys(of: .meeting))
    var key: String

    @Argument(help: "The body that met.", completion: .keys(of: .body))
    var body: String

    @Option(help: "What they say, or where they are kept.")
    var note: String?

    @Option(help: "SHA-256 of the document.")
    var digest: String?

    @Flag(help: "The body has approved them.")
    var approved = false

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "minutes.recorded",
            "meeting/\(key)",
            [
                "body": .text(body),
                "note": .text(note),
                "digest": .text(digest),
                "approved": .flag(approved),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
