// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct AdviceFollow: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "follow",
        abstract: "Record how far advice was followed.",
        discussion: Example.of(
            "jvctl advice follow AD-0001 partly --decision D-0001"
        )
    )

    @Argument(help: "The advice.", completion: .keys(of: .advice))
    var key: String

    @Argument(help: "fully, partly or not.")
    var extent: String

    @Option(help: "The decision in which it was.", completion: .keys(of: .decision))
    var decision: String?

    @Option(help: "More about it, such as why it was not.")
    var note: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "advice.followed",
            "advice/\(key)",
            [
                "extent": .text(extent),
                "decision": .text(decision),
                "note": .text(note),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
