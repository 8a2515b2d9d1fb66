// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct LessonAction: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "action",
        abstract: "Record that something was done about a lesson.",
        discussion: Example.of(
            "jvctl lesson action L-0001 --decision D-0004"
        )
    )

    @Argument(help: "The lesson.", completion: .keys(of: .lesson))
    var key: String

    @Option(help: "The decision by which it was done.", completion: .keys(of: .decision))
    var decision: String?

    @Option(help: "The commitment under which it was done.", completion: .keys(of: .commitment))
    var commitment: String?

    @Option(help: "What was done.")
    var note: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "lesson.actioned",
            "lesson/\(key)",
            [
                "decision": .text(decision),
                "commitment": .text(commitment),
                "note": .text(note),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
