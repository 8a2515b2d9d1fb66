// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct LessonShare: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "share",
        abstract: "Record that organisations were told of a lesson.",
        discussion: Example.of(
            "jvctl lesson share L-0001 provide essex-county-council --how \"At the May workshop\""
        )
    )

    @Argument(help: "The lesson.", completion: .keys(of: .lesson))
    var key: String

    @Argument(help: "The organisations or units that were told.", completion: .keys(of: .organisation))
    var organisations: [String]

    @Option(help: "How they were told.")
    var how: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "lesson.shared",
            "lesson/\(key)",
            [
                "organisations": .texts(organisations),
                "how": .text(how),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
