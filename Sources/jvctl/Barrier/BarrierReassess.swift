// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct BarrierReassess: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "reassess",
        abstract: "Record that something hinders more or less than it did.",
        discussion: Example.of(
            "jvctl barrier reassess BR-0001 2"
        )
    )

    @Argument(help: "The barrier.", completion: .keys(of: .barrier))
    var key: String

    @Argument(help: "From 1 (little) to 5 (stops the work).")
    var severity: Int

    @Option(help: "More about it.")
    var note: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "barrier.reassessed",
            "barrier/\(key)",
            [
                "severity": .number(severity),
                "note": .text(note),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
