// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct RaidAdd: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Record a risk, an assumption, an issue or a dependency.",
        discussion: Example.of(
            "jvctl raid add risk \"The grant ends before the post is funded\" --likelihood 3 --impact 4"
        )
    )

    @Argument(help: "risk, assumption, issue or dependency.")
    var kind: String

    @Argument(help: "What it is, in one line.")
    var title: String

    @Option(help: "How likely it is, from 1 to 5.")
    var likelihood: Int?

    @Option(help: "How much it would matter, from 1 to 5.")
    var impact: Int?

    @Option(help: "The assignment of whoever watches it.", completion: .keys(of: .assignment))
    var owner: String?

    @Option(help: "The organisation that watches it.", completion: .keys(of: .organisation))
    var organisation: String?

    @Option(help: "The decision that led to it.", completion: .keys(of: .decision))
    var decision: String?

    @Option(help: "More about it, such as what is done against it.")
    var note: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "raid.raised",
            "raid/",
            [
                "kind": .text(kind),
                "title": .text(title),
                "likelihood": .number(likelihood),
                "impact": .number(impact),
                "owner": .text(owner),
                "org": .text(organisation),
                "decision": .text(decision),
                "note": .text(note),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
