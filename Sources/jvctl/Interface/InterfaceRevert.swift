// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct InterfaceRevert: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "revert",
        abstract: "Record that the latest version is given up for the one before.",
        discussion: Example.of(
            "jvctl interface revert rapid-response \"The form was too long\""
        )
    )

    @Argument(help: "The interface.", completion: .keys(of: .interface))
    var key: String

    @Argument(help: "Why.")
    var reason: String

    @Option(help: "The decision that led to it.", completion: .keys(of: .decision))
    var decision: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "interface.reverted",
            "interface/\(key)",
            [
                "reason": .text(reason),
                "decision": .text(decision),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
