// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct PostAbolish: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "abolish",
        abstract: "Record that there is no such post any more.",
        discussion: Example.of("jvctl post abolish programme-manager --reason \"The programme ended\"")
    )

    @Argument(help: "The post.", completion: .keys(of: .post))
    var key: String

    @Option(help: "Why.")
    var reason: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "post.abolished",
            "post/\(key)",
            [
                "reason": .text(reason)
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
