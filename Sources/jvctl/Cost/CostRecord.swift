// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct CostRecord: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Record time or money that an organisation spent.",
        discussion: Example.of(
            "jvctl cost record meetings provide --minutes 540 --rate \"GBP 38.00\" --link meeting/M-0001",
            "jvctl cost record travel essex-county-council --amount \"GBP 212.40\" --period 2019-05",
            saying: """
                With an amount, or with minutes and a rate, it has a price; otherwise it counts as unpriced.
                """
        )
    )

    @Argument(
        help:
            "meetings, travel, boundaryActions, governance, evaluation, learning, service or another; see jvctl types cost.recorded."
    )
    var category: String

    @Argument(help: "The organisation that spent it.", completion: .keys(of: .organisation))
    var org: String

    @Option(help: "The time of all people together, in minutes.")
    var minutes: Int?

    @Option(help: "What an hour costs, such as \"GBP 38.00\".")
    var rate: String?

    @Option(help: "The money, such as \"GBP 212.40\".")
    var amount: String?

    @Option(help: ArgumentHelp("The one thing it was for.", valueName: "kind/key"), completion: .references)
    var link: String?

    @Option(help: "The period that it is for, such as 2019.")
    var period: String?

    @Option(help: "More about it.")
    var note: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "cost.recorded",
            "cost/",
            [
                "category": .text(category),
                "org": .text(org),
                "minutes": .number(minutes),
                "rate": try MoneyText.option("--rate", rate),
                "amount": try MoneyText.option("--amount", amount),
                "for": .text(link),
                "period": .text(period),
                "note": .text(note),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
