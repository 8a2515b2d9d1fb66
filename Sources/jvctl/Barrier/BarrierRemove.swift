// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct BarrierRemove: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Record that something no longer stands in the way.",
        discussion: Example.of("jvctl barrier remove BR-0001 --decision D-0001")
    )

    @Argument(help: "The barrier.", completion: .keys(of: .barrier))
    var key: String

    @Option(help: "The decision that led to it.", completion: .keys(of: .decision))
    var decision: String?

    @Option(help: "More about it.")
    var note: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "barrier.removed",
            "barrier/\(key)",
            [
                "decision": .text(decision),
                "note": .text(note),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
