// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionBlock: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "block",
        abstract: "Record that carrying it out cannot go on.",
        discussion: Example.of(
            "jvctl decision block D-0003 --reason \"No money this year\" --barrier BR-0001"
        )
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @Option(help: "What stops it.")
    var reason: String

    @Option(help: "The barrier that stops it.", completion: .keys(of: .barrier))
    var barrier: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "implementation.blocked",
            "decision/\(key)",
            [
                "reason": .text(reason),
                "barrier": .text(barrier),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
