// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct NetworkFailurePoints: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "failure-points",
        abstract: "Those without whom the network falls apart, and what would be cut off.",
        discussion: Example.of(
            "jvctl network failure-points --survey SV-0001"
        )
    )
    static let method = "io.jvledger.Boundary.ListFailurePoints"
    static let columns: AnswerColumns = [
        "NODE": "node", "PERSON": "person", "ORGANISATION": "organisation", "ROLE": "role", "GROUP": "group",
        "PARTS": "parts", "DISCONNECTED": "disconnected", "CUT OFF": "cutOff", "PEOPLE": "cutOffPeople",
        "ORGANISATIONS": "cutOffOrganisations",
    ]
    static let none = "Nobody alone holds the network together."

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
        ]
    }
}
