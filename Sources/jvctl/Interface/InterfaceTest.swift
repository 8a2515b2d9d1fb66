// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct InterfaceTest: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Record that an interface was tried, and how it fared.",
        discussion: Example.of(
            "jvctl interface test rapid-response serviceUsers worked --participants 7"
        )
    )

    @Argument(help: "The interface.", completion: .keys(of: .interface))
    var key: String

    @Argument(help: "Who tried it: serviceUsers, carers, frontLine or staff.")
    var tester: String

    @Argument(help: "worked, partly or failed.")
    var result: String

    @Option(help: "How many took part.")
    var participants: Int?

    @Option(help: "More about it.")
    var note: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "interface.tested",
            "interface/\(key)",
            [
                "tester": .text(tester),
                "result": .text(result),
                "participants": .number(participants),
                "note": .text(note),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
