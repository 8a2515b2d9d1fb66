// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct PostFund: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "fund",
        abstract: "Record who pays which share of a post.",
        discussion: Example.of(
            "jvctl post fund programme-manager provide=50 essex-county-council=50",
            "jvctl post fund programme-manager provide=60 essex-county-council=40 --vary --from 2021-04-01"
        )
    )

    @Argument(help: "The post.", completion: .keys(of: .post))
    var key: String

    @Argument(help: "Who pays what, each as ORG=PERCENT, such as provide=33.34; together 100.")
    var shares: [String]

    @Option(help: "The amount for the time from --from to --to, such as \"GBP 52000.00\".")
    var total: String?

    @Flag(help: "Other shares than before, from a date on.")
    var vary = false

    @Option(help: "From when, as EDTF; the date of the entry without it.")
    var from: String?

    @Option(help: "Until when, as EDTF.")
    var to: String?

    @Option(help: "The decision that led to it.", completion: .keys(of: .decision))
    var decision: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            vary ? "funding.varied" : "funding.agreed",
            "funding/\(key)",
            [
                "post": .text(key),
                "shares": try ShareOption.list(shares),
                "total": try MoneyText.option("--total", total),
                "from": .text(from),
                "to": .text(to),
                "decision": .text(decision),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
