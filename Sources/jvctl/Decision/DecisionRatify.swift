// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionRatify: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "ratify",
        abstract: "Record that what was decided in urgency is ratified.",
        discussion: Example.of("jvctl decision ratify D-0004 --meeting M-0007")
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @Option(help: "The body that ratifies it, if not the one it was put to.", completion: .keys(of: .body))
    var body: String?

    @Option(help: "The meeting at which it is ratified.", completion: .keys(of: .meeting))
    var meeting: String?

    @Option(name: .customLong("review-on"), help: "When it is to be reviewed.")
    var reviewOn: String?

    @Option(help: "More about it.")
    var note: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "decision.ratified",
            "decision/\(key)",
            [
                "body": .text(body),
                "meeting": .text(meeting),
                "reviewOn": .text(reviewOn),
                "note": .text(note),
            ]
        )
        try await session.step(key, draft, recording.settings) { row in "\(row.key) ratified: \(row.title)." }
    }
}
