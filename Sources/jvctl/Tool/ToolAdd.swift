// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct ToolAdd: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Record that a tool was introduced.",
        discussion: Example.of(
            "jvctl tool add learning-tool \"Learning tool\" --kind managementLearning --introduced-by provide"
        )
    )

    @Argument(help: "Its key.")
    var key: String

    @Argument(help: "What it is called.")
    var title: String

    @Option(help: "evaluation, managementLearning or other.")
    var kind: String

    @Option(
        name: .customLong("introduced-by"),
        help: "The organisation that introduced it.",
        completion: .keys(of: .organisation)
    )
    var host: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "tool.introduced",
            "tool/\(key)",
            [
                "title": .text(title),
                "kind": .text(kind),
                "host": .text(host),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
