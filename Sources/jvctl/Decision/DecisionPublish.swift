// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionPublish: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Record that the record of a decision was published.",
        discussion: Example.of("jvctl decision publish D-0003 \"The council's website\"")
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @Argument(help: "Where: a website, a register, a meeting's papers.")
    var channel: String

    @Option(help: "SHA-256 of what was published.")
    var digest: String?

    @Option(help: "What was left out, and why.")
    var redactions: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "decision.published",
            "decision/\(key)",
            [
                "channel": .text(channel),
                "digest": .text(digest),
                "redactions": .text(redactions),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
