// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct Settle: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "settle",
        abstract: "Record which of the disputed entries stands.",
        discussion: Example.of("jvctl settle C-1 --stands 41 --reason \"The minutes are dated\"")
    )

    @Argument(help: "The dispute.", completion: .keys(of: .claim))
    var key: String

    @Option(help: "The position of the entry that stands.")
    var stands: Int

    @Option(help: "Why that one.")
    var reason: String

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "claim.settled",
            "claim/\(key)",
            [
                "stands": .number(stands),
                "reason": .text(reason),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
