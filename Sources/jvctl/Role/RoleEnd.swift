// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct RoleEnd: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "end",
        abstract: "Record that somebody no longer holds a post or seat.",
        discussion: Example.of("jvctl role end A-0001 --to 2021-03-31")
    )

    @Argument(help: "The assignment.", completion: .keys(of: .assignment))
    var key: String

    @Option(help: "Until when, as EDTF.")
    var to: String?

    @Option(help: "Why.")
    var reason: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "role.ended",
            "assignment/\(key)",
            [
                "to": .text(to),
                "reason": .text(reason),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
