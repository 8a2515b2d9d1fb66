// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct DelegationList: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "What is delegated, by whom, to whom, up to which limit.",
        discussion: Example.of(
            "jvctl delegation list",
            "jvctl delegation list --holder body/programme-board --valid-at 2019-07-31"
        )
    )
    static let method = "io.jvledger.Roles.ListDelegations"
    static let columns: AnswerColumns = [
        "KEY": "key", "FUNCTION": "function", "OF": "organisation", "TO": "holder", "LIMIT": "limit",
        "UNDER": "under", "FROM": "from", "UNTIL": "to", "IN FORCE": "inForce",
    ]
    static let none = "Nothing is delegated."

    @Option(
        help: "Only what this organisation or a unit of it delegates.",
        completion: .keys(of: .organisation)
    )
    var organisation: String?

    @Option(
        help: "Only what this post/KEY, body/KEY or assignment/KEY exercises.",
        completion: .references(to: .post, .body, .assignment)
    )
    var holder: String?

    @Flag(help: "Also those that are not in force.")
    var all = false

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["organisation": .text(organisation), "holder": .text(holder), "all": .flag(all)]
    }
}
