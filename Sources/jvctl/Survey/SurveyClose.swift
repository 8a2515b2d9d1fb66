// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct SurveyClose: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Record that a survey takes no more answers.",
        discussion: Example.of(
            "jvctl survey close SV-0001"
        )
    )

    @Argument(help: "The survey.", completion: .keys(of: .survey))
    var key: String

    @Option(help: "More about it, such as why some did not answer.")
    var note: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "survey.closed",
            "survey/\(key)",
            [
                "note": .text(note)
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
