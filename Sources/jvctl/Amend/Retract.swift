// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct Retract: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "retract",
        abstract:
            "Record that an entry should not have been recorded. It stays to be seen and no longer counts.",
        discussion: Example.of("jvctl retract 41 --because \"It was another meeting\"")
    )

    @Argument(help: "The position of the entry.")
    var position: Int

    @Option(help: "Why it is retracted.")
    var because: String

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let retraction = try await session.retraction(of: position, because: because)
        try await session.recordAndSay([retraction], recording.settings)
    }
}
