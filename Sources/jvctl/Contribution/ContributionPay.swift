// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct ContributionPay: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "pay",
        abstract: "Record that an organisation paid what it had committed itself to, or part of it.",
        discussion: Example.of(
            "jvctl contribution pay CB-0001 \"GBP 13000.00\" --occurred 2020-06-30"
        )
    )

    @Argument(help: "The contribution.", completion: .keys(of: .contribution))
    var key: String

    @Argument(help: "How much, such as \"GBP 13000.00\".")
    var amount: String

    @Option(help: "More about it, such as the invoice.")
    var note: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "contribution.paid",
            "contribution/\(key)",
            [
                "amount": try MoneyText.option("AMOUNT", amount),
                "note": .text(note),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
