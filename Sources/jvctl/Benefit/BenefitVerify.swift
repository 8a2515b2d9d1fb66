// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct BenefitVerify: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Record that another organisation finds, on evidence, that a benefit came about.",
        discussion: Example.of(
            "jvctl benefit verify BE-0001 university medium --evidence E-0007 --counterfactual \"Contracts as in 2013\""
        )
    )

    @Argument(help: "The benefit.", completion: .keys(of: .benefit))
    var key: String

    @Argument(
        help: "The organisation that verifies; not the one that claims it.",
        completion: .keys(of: .organisation)
    )
    var org: String

    @Argument(help: "How far it can be relied on: low, medium or high.")
    var confidence: String

    @Option(help: "The assignment in which somebody verifies for it.", completion: .keys(of: .assignment))
    var by: String?

    @Option(help: "What it is worth as verified, such as \"GBP 9546.00\".")
    var amount: String?

    @Option(help: "What would have been without working together, unless the claim says so.")
    var counterfactual: String?

    @Option(
        help: "Evidence that it rests on, beside --source; may be given again.",
        completion: .keys(of: .evidence)
    )
    var evidence: [String] = []

    @Option(help: "How it was found out.")
    var note: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "benefit.verified",
            "benefit/\(key)",
            [
                "org": .text(org),
                "by": .text(by),
                "amount": try MoneyText.option("--amount", amount),
                "counterfactual": .text(counterfactual),
                "evidence": .texts(evidence),
                "confidence": .text(confidence),
                "note": .text(note),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
