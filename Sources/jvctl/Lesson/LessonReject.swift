// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct LessonReject: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "reject",
        abstract: "Record that a lesson was found not to be right.",
        discussion: Example.of(
            "jvctl lesson reject L-0002 \"It was the season, not the method\""
        )
    )

    @Argument(help: "The lesson.", completion: .keys(of: .lesson))
    var key: String

    @Argument(help: "Why it is not right.")
    var reason: String

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "lesson.rejected",
            "lesson/\(key)",
            [
                "reason": .text(reason)
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
