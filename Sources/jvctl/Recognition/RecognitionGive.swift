// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct RecognitionGive: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "give",
        abstract: "Record that somebody was recognised for what they did.",
        discussion: Example.of(
            """
            jvctl recognition give organisation/provide "Partnership of the year" \
            --scheme "County awards"
            """
        )
    )

    @Argument(
        help: "To whom: person/KEY, community/KEY or organisation/KEY.",
        completion: .references(to: .person, .community, .organisation)
    )
    var recipient: String

    @Argument(help: "For what, or what the award is called.")
    var title: String

    @Option(help: "The scheme under which it was given.")
    var scheme: String?

    @Option(help: "The organisation that gave it.", completion: .keys(of: .organisation))
    var organisation: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "recognition.given",
            "recognition/",
            [
                "recipient": .text(recipient),
                "title": .text(title),
                "scheme": .text(scheme),
                "org": .text(organisation),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
