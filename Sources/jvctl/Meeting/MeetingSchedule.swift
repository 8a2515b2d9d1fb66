// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct MeetingSchedule: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "Arrange a meeting; the ledger gives its key unless one is named.",
        discussion: Example.of(
            "jvctl meeting schedule programme-board 2026-12-08 --venue Chelmsford --mode hybrid",
            "jvctl meeting schedule programme-board 2026-12-10 --meeting M-0002 --move"
        )
    )

    @Argument(help: "The body.", completion: .keys(of: .body))
    var body: String

    @Argument(help: "When it is to meet, as EDTF.")
    var date: String

    @Option(help: "The key of the meeting.", completion: .keys(of: .meeting))
    var meeting: String?

    @Flag(help: "The meeting is arranged already and moves to this date.")
    var move = false

    @Option(help: "What it is called.")
    var title: String?

    @Option(help: "Where.")
    var venue: String?

    @Option(help: "inPerson, online or hybrid.")
    var mode: String?

    @Option(help: "Why it moves.")
    var reason: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            move ? "meeting.rescheduled" : "meeting.scheduled",
            "meeting/\(meeting ?? "")",
            [
                "body": move ? nil : .text(body),
                "date": .text(date),
                "title": move ? nil : .text(title),
                "venue": .text(venue),
                "mode": .text(mode),
                "reason": .text(reason),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
