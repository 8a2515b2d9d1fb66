// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct PersonList: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Every person registered, and whether they were erased or must be kept.",
        discussion: Example.of("jvctl person list", "jvctl person list --organisation provide")
    )
    static let method = "io.jvledger.Roles.ListPeople"
    static let columns: AnswerColumns = [
        "PERSON": "key", "WHO": "person", "FOR": "organisations", "ERASED": "erased", "HELD": "held",
    ]
    static let none = "Nobody is registered."

    @Option(help: "Only those of this organisation or a unit of it.", completion: .keys(of: .organisation))
    var organisation: String?

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["organisation": .text(organisation)]
    }
}
