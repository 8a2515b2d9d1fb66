// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct ToolUse: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "use",
        abstract: "Record a session in which a tool was used.",
        discussion: Example.of(
            "jvctl tool use learning-tool provide essex-county-council --participants 8"
        )
    )

    @Argument(help: "The tool.", completion: .keys(of: .tool))
    var key: String

    @Argument(help: "The organisations or units that used it.", completion: .keys(of: .organisation))
    var organisations: [String]

    @Option(help: "How many people took part.")
    var participants: Int?

    @Option(help: "The event at which it was used.")
    var knowledge: String?

    @Option(help: "What was done with it.")
    var note: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "tool.used",
            "tool/\(key)",
            [
                "organisations": .texts(organisations),
                "participants": .number(participants),
                "knowledge": .text(knowledge),
                "note": .text(note),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
