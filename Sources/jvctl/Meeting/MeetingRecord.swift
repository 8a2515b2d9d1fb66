// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct MeetingRecord: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Record a meeting and who was there.",
        discussion: Example.of(
            "jvctl meeting record M-0002 programme-board --present provide:board-provide --occurred 2019-07"
        )
    )

    @Argument(
        help: "The key of the meeting, such as M-0002; one that has minutes already may be named.",
        completion: .keys(of: .meeting)
    )
    var key: String

    @Argument(help: "The body that met.", completion: .keys(of: .body))
    var body: String

    @Option(
        help: "Who was there: ORG, or ORG:SEAT for the holder of a seat; may be given again.",
        completion: .keys(of: .organisation)
    )
    var present: [String] = []

    @Option(help: "What the meeting was called.")
    var title: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "meeting.held",
            "meeting/\(key)",
            [
                "body": .text(body),
                "title": .text(title),
                "attendance": try AttendanceOption.list(present),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
