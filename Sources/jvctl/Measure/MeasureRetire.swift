// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct MeasureRetire: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "retire",
        abstract: "Record that a measure is no longer taken.",
        discussion: Example.of(
            "jvctl measure retire delay --reason \"The register it came from was closed\""
        )
    )

    @Argument(help: "The measure.", completion: .keys(of: .measure))
    var key: String

    @Option(help: "Why.")
    var reason: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "measure.retired",
            "measure/\(key)",
            [
                "reason": .text(reason)
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
