// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct NetworkBridges: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "bridges",
        abstract: "The pairs that only one member of the network brings together.",
        discussion: Example.of(
            "jvctl network bridges --survey SV-0001"
        )
    )
    static let method = "io.jvledger.Boundary.ListExclusiveBridges"
    static let columns: AnswerColumns = [
        "BROKER": "node", "PERSON": "person", "ORGANISATION": "organisation", "ROLE": "role", "AS": "as",
        "FROM": "fromNode", "FROM PERSON": "fromPerson", "FROM ORGANISATION": "fromOrganisation",
        "FROM GROUP": "fromGroup", "TO": "toNode", "TO PERSON": "toPerson",
        "TO ORGANISATION": "toOrganisation", "TO GROUP": "toGroup",
    ]
    static let none = "No pair of different groups depends on one member alone."

    @Flag(help: "Also pairs within one group.")
    var all = false

    @OptionGroup(title: "Which network") var network: NetworkOptions
    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        [
            "survey": .text(network.survey),
            "from": .text(network.since),
            "until": .text(network.until),
            "by": .text(network.by),
            "level": .text(network.level),
            "least": .number(network.least),
            "asAsked": .flag(network.asAsked),
            "all": .flag(all),
        ]
    }
}
