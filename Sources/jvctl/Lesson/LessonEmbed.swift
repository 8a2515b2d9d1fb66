// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct LessonEmbed: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "embed",
        abstract: "Record that a lesson has become part of what people do.",
        discussion: Example.of(
            "jvctl lesson embed L-0001 --evidence E-0007",
            saying: """
                Only a lesson that was actioned can be embedded, and something has to show it: \
                evidence or a source.
                """
        )
    )

    @Argument(help: "The lesson.", completion: .keys(of: .lesson))
    var key: String

    @Option(help: "What shows it; may be given again.", completion: .keys(of: .evidence))
    var evidence: [String] = []

    @Option(help: "How it shows.")
    var note: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "lesson.embedded",
            "lesson/\(key)",
            [
                "evidence": .texts(evidence),
                "note": .text(note),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
