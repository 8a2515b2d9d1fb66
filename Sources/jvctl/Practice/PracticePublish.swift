// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct PracticePublish: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Record that a practice was published, for others to take up.",
        discussion: Example.of(
            "jvctl practice publish PR-0001 --channel \"Joint newsletter\""
        )
    )

    @Argument(help: "The practice.", completion: .keys(of: .practice))
    var key: String

    @Option(help: "Where it was published.")
    var channel: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "practice.published",
            "practice/\(key)",
            [
                "channel": .text(channel)
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
