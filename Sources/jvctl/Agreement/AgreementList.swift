// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct AgreementList: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Agreements: who signed them, what they lack, when their review is due.",
        discussion: Example.of(
            "jvctl agreement list",
            "jvctl agreement list --organisation provide --all --valid-at 2020-03-31"
        )
    )
    static let method = "io.jvledger.Roles.ListAgreements"
    static let columns: AnswerColumns = [
        "KEY": "key", "TITLE": "title", "FORM": "form", "PARTIES": "parties", "IN FORCE": "inForce",
        "UNSIGNED": "unsigned", "LACKS": "lacks", "REVIEW": "reviewOn", "OVERDUE": "overdue",
    ]
    static let none = "No agreement is recorded."

    @Option(help: "Only those of this organisation or a unit of it.", completion: .keys(of: .organisation))
    var organisation: String?

    @Flag(help: "Also those that have ended.")
    var all = false

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["organisation": .text(organisation), "all": .flag(all)]
    }
}
