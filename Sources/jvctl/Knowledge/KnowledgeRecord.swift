// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct KnowledgeRecord: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Record a workshop or another event at which knowledge passed, or is to pass.",
        discussion: Example.of(
            """
            jvctl knowledge record workshop "Evaluation" university --organisation provide --occurred \
            2019-05
            """
        )
    )

    @Argument(
        help:
            """
            workshop, communityMeeting, groupwork, afterActionReview, retrospect, facilitatedDiscussion or \
            teambuilding.
            """
    )
    var kind: String

    @Argument(help: "What it is called or about.")
    var title: String

    @Argument(help: "The organisation or unit that hosts it.", completion: .keys(of: .organisation))
    var host: String

    @Option(
        help: "An organisation that takes part; may be given again.",
        completion: .keys(of: .organisation)
    )
    var organisation: [String] = []

    @Option(help: "How many people take part.")
    var participants: Int?

    @Option(help: "The tool that it introduces or uses.", completion: .keys(of: .tool))
    var tool: String?

    @Flag(name: .customLong("scheduled"), help: "It is planned, not held yet; goes with --basis planned.")
    var planned = false

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            planned ? "knowledge.event.scheduled" : "knowledge.event.held",
            "knowledge/",
            [
                "kind": .text(kind),
                "title": .text(title),
                "host": .text(host),
                "organisations": .texts(organisation),
                "participants": .number(participants),
                "tool": .text(tool),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
