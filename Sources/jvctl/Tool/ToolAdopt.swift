// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct ToolAdopt: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "adopt",
        abstract: "Record that organisations took up a tool, such as a method of evaluation.",
        discussion: Example.of(
            "jvctl tool adopt evaluation-tool provide essex-county-council --interface rapid-response"
        )
    )

    @Argument(help: "The tool.", completion: .keys(of: .tool))
    var key: String

    @Argument(help: "The organisations or units that took it up.", completion: .keys(of: .organisation))
    var organisations: [String]

    @Option(
        help: "A service interface for which they did; may be given again.",
        completion: .keys(of: .interface)
    )
    var interface: [String] = []

    @Option(help: "The decision that led to it.", completion: .keys(of: .decision))
    var decision: String?

    @Option(help: "More about it.")
    var note: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "tool.adopted",
            "tool/\(key)",
            [
                "organisations": .texts(organisations),
                "interfaces": .texts(interface),
                "decision": .text(decision),
                "note": .text(note),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
