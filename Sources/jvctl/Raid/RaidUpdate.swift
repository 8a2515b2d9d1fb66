// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct RaidUpdate: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "update",
        abstract: "Record that it is seen otherwise now; what is not named stays.",
        discussion: Example.of(
            "jvctl raid update R-0001 --likelihood 2"
        )
    )

    @Argument(help: "The entry in the register.", completion: .keys(of: .raid))
    var key: String

    @Option(help: "How likely it is, from 1 to 5.")
    var likelihood: Int?

    @Option(help: "How much it would matter, from 1 to 5.")
    var impact: Int?

    @Option(help: "The assignment of whoever watches it from now on.", completion: .keys(of: .assignment))
    var owner: String?

    @Option(help: "The organisation that watches it from now on.", completion: .keys(of: .organisation))
    var organisation: String?

    @Option(help: "More about it.")
    var note: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "raid.updated",
            "raid/\(key)",
            [
                "likelihood": .number(likelihood),
                "impact": .number(impact),
                "owner": .text(owner),
                "org": .text(organisation),
                "note": .text(note),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
