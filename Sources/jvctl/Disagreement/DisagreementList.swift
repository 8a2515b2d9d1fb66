// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct DisagreementList: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "What partners disagree about, and how far it has gone.",
        discussion: Example.of("jvctl disagreement list --organisation provide")
    )
    static let method = "io.jvledger.Decisions.ListPartnerDisputes"
    static let columns: AnswerColumns = [
        "KEY": "key", "WHAT": "title", "BETWEEN": "parties", "ABOUT": "about", "SINCE": "since",
        "STAGE": "stage", "ENDED": "ended", "BY": "decision",
    ]
    static let none = "Partners have no open dispute."

    @Option(
        help: "Only those to which this organisation or a unit of it is a party.",
        completion: .keys(of: .organisation)
    )
    var organisation: String?

    @Option(help: "Only those about this, as KIND/KEY.", completion: .references)
    var about: String?

    @Flag(help: "Also those that are over.")
    var all = false

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["organisation": .text(organisation), "about": .text(about), "all": .flag(all)]
    }
}
