// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct PartnerShow: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "What one organisation owes: consents, commitments, shares of posts, secondments.",
        discussion: Example.of(
            "jvctl partner show provide",
            "jvctl partner show provide --valid-at 2019-12-31"
        )
    )
    static let method = "io.jvledger.Roles.GetPartnerObligations"
    static let columns: AnswerColumns = [
        "KIND": "kind", "WHAT": "subject", "TITLE": "title", "CERTAIN": "certain", "HOW": "detail",
        "DUE": "due", "SHARE BP": "basisPoints", "AMOUNT": "amount",
    ]
    static let none = "Nothing is waited for from it."

    @Argument(help: "The organisation; its units count.", completion: .keys(of: .partner))
    var key: String

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["organisation": .text(key)]
    }
}
