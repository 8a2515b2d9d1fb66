// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct NetworkGaps: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "gaps",
        abstract: "The organisations that share an interface and have no recorded contact.",
        discussion: Example.of(
            "jvctl network gaps --since 2019"
        )
    )
    static let method = "io.jvledger.Boundary.ListMissingContacts"
    static let columns: AnswerColumns = [
        "INTERFACE": "interface", "TITLE": "title", "ONE": "first", "OTHER": "second", "CONTACT": "contact",
    ]
    static let none = "All that share an interface have met."

    @Option(help: "Only those at this interface.", completion: .keys(of: .interface))
    var interface: String?

    @Option(help: "Only contact from when on counts, as EDTF.")
    var since: String?

    @Option(help: "Only contact until the end of when counts, as EDTF.")
    var until: String?

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["interface": .text(interface), "from": .text(since), "until": .text(until)]
    }
}
