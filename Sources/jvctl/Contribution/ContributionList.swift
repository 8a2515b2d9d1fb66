// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct ContributionList: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "What organisations committed themselves to pay, and what they paid.",
        discussion: Example.of("jvctl contribution list")
    )
    static let method = "io.jvledger.Evaluation.ListContributions"
    static let columns: AnswerColumns = [
        "WHO": "organisation", "COMMITTED": "committed", "PAID": "paid", "OUTSTANDING": "outstanding",
        "POSSIBLY": "possibly", "CONTRIBUTIONS": "contributions",
    ]
    static let none = "No contribution is committed."

    @Option(help: "Only this organisation and units of it.", completion: .keys(of: .organisation))
    var organisation: String?

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["organisation": .text(organisation)]
    }
}
