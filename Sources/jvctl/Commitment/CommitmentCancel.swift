// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct CommitmentCancel: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "Record that it is no longer to be done.",
        discussion: Example.of(
            "jvctl commitment cancel CM-0001 \"The post is filled\""
        )
    )

    @Argument(help: "The commitment.", completion: .keys(of: .commitment))
    var key: String

    @Argument(help: "Why not.")
    var reason: String

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "commitment.cancelled",
            "commitment/\(key)",
            [
                "reason": .text(reason)
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
