// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct ServiceList: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The services, who provides and commissions them, and where they meet others.",
        discussion: Example.of(
            "jvctl service list"
        )
    )
    static let method = "io.jvledger.Boundary.ListServices"
    static let columns: AnswerColumns = [
        "KEY": "key", "TITLE": "title", "PROVIDER": "provider", "COMMISSIONER": "commissioner",
        "FOR": "population", "INTERFACES": "interfaces",
    ]
    static let none = "No service is recorded."

    @Option(
        help: "Only those that this organisation or a unit of it provides or commissions.",
        completion: .keys(of: .organisation)
    )
    var organisation: String?

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["organisation": .text(organisation)]
    }
}
