// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct PostRetitle: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "retitle",
        abstract: "Record that a post is called otherwise.",
        discussion: Example.of("jvctl post retitle programme-manager \"Head of Programme\" --from 2020-04-01")
    )

    @Argument(help: "The post.", completion: .keys(of: .post))
    var key: String

    @Argument(help: "What it is called from then on.")
    var title: String

    @Option(help: "From when, as EDTF; the date of the entry without it.")
    var from: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "post.retitled",
            "post/\(key)",
            [
                "title": .text(title),
                "from": .text(from),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
