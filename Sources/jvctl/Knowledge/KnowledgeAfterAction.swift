// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct KnowledgeAfterAction: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "aar",
        abstract: "Record the answers of an after-action review.",
        discussion: Example.of(
            """
            jvctl knowledge aar "Winter 2019" provide --expected "Ten a week" --actual "Four" \
            --why "No cover at weekends"
            """,
            saying: """
                Its four questions: what was expected, what happened, why was there a \
                difference, and what is to be sustained or improved.
                """
        )
    )

    @Argument(help: "What the review is called or about.")
    var title: String

    @Argument(help: "The organisation or unit that hosted it.", completion: .keys(of: .organisation))
    var host: String

    @Option(help: "What was expected to happen.")
    var expected: String

    @Option(help: "What happened.")
    var actual: String

    @Option(help: "Why there was a difference, or none.")
    var why: String

    @Option(help: "What to keep doing.")
    var sustain: String?

    @Option(help: "What to do better.")
    var improve: String?

    @Option(help: "What it was about, as KIND/KEY.", completion: .references)
    var about: String?

    @Option(help: "An organisation that took part; may be given again.", completion: .keys(of: .organisation))
    var organisation: [String] = []

    @Option(help: "How many people took part.")
    var participants: Int?

    @Option(name: .customLong("held"), help: "The event that was scheduled and is now held.")
    var key: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "aar.held",
            "knowledge/\(key ?? "")",
            [
                "title": .text(title),
                "host": .text(host),
                "expected": .text(expected),
                "actual": .text(actual),
                "why": .text(why),
                "sustain": .text(sustain),
                "improve": .text(improve),
                "about": .text(about),
                "organisations": .texts(organisation),
                "participants": .number(participants),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
