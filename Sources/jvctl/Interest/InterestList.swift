// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct InterestList: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The register of interests.",
        discussion: Example.of(
            "jvctl interest list",
            "jvctl interest list --organisation provide"
        )
    )
    static let method = "io.jvledger.Roles.ListInterests"
    static let columns: AnswerColumns = [
        "KEY": "key", "PERSON": "person", "TYPE": "type", "WHAT": "nature", "IN": "organisation",
        "FROM": "from", "UNTIL": "to", "HELD": "held", "CONFLICTS": "conflicts",
    ]
    static let none = "No interest is declared."

    @Option(help: "Only those of this person.", completion: .keys(of: .person))
    var person: String?

    @Option(help: "Only those in this organisation or a unit of it.", completion: .keys(of: .organisation))
    var organisation: String?

    @Flag(help: "Also those that are no longer held.")
    var all = false

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["person": .text(person), "organisation": .text(organisation), "all": .flag(all)]
    }
}
