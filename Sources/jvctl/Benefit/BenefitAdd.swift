// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct BenefitAdd: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Record that somebody claims a benefit of working together.",
        discussion: Example.of(
            "jvctl benefit add \"Transaction costs avoided\" transactionCost essex-county-council"
        )
    )

    @Argument(help: "What the benefit is.")
    var title: String

    @Argument(help: "transactionCost, quality, outcome or other.")
    var kind: String

    @Argument(help: "The organisation that claims it.", completion: .keys(of: .organisation))
    var claimant: String

    @Option(help: "What it is worth, such as \"GBP 9546.00\".")
    var amount: String?

    @Option(
        help: "The assignment in which somebody claims it for the organisation.",
        completion: .keys(of: .assignment)
    )
    var by: String?

    @Option(help: "What would have been without working together.")
    var counterfactual: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "benefit.claimed",
            "benefit/",
            [
                "title": .text(title),
                "kind": .text(kind),
                "claimant": .text(claimant),
                "by": .text(by),
                "amount": try MoneyText.option("--amount", amount),
                "counterfactual": .text(counterfactual),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
