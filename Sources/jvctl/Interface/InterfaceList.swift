// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct InterfaceList: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Where services meet, in which version, and who took part in making it.",
        discussion: Example.of(
            "jvctl interface list --organisation provide"
        )
    )
    static let method = "io.jvledger.Boundary.ListInterfaces"
    static let columns: AnswerColumns = [
        "KEY": "key", "TITLE": "title", "SERVICES": "services", "SHARED BY": "organisations",
        "VERSION": "version", "TEST": "test", "BY": "testedBy", "MADE WITH": "coProducers",
        "CO-PRODUCED": "coProduced", "DECISIONS": "decisions",
    ]
    static let none = "No interface is recorded."

    @Option(
        help: "Only those that this organisation or a unit of it shares.",
        completion: .keys(of: .organisation)
    )
    var organisation: String?

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["organisation": .text(organisation)]
    }
}
