// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct NetworkBrokers: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "brokers",
        abstract: "Who brings others together: five roles, betweenness, constraint, effective size.",
        discussion: Example.of(
            "jvctl network brokers --survey SV-0001 --by post",
            "jvctl network brokers --survey SV-0001 --draws 999 --seed 7",
            saying: """
                A path from a over v to b without a tie from a to b is brokered by v: within one group
                (coordinator), between two of another (itinerant), out of v's group (representative), into it
                (gatekeeper), or between two others (liaison). boundary brokers counts recorded introductions.
                """
        )
    )
    static let method = "io.jvledger.Boundary.ListNetworkBrokers"
    static let columns: AnswerColumns = [
        "NODE": "node", "PERSON": "person", "ORGANISATION": "organisation", "ROLE": "role", "GROUP": "group",
        "COORDINATOR": "coordinator", "ITINERANT": "itinerant", "REPRESENTATIVE": "representative",
        "GATEKEEPER": "gatekeeper", "LIAISON": "liaison", "TOTAL": "total", "PARTIAL": "partial",
        "Z": "score", "BETWEENNESS": "betweenness", "CONSTRAINT": "constraint",
        "EFFECTIVE SIZE": "effectiveSize", "EXCLUSIVE": "exclusive", "CHANCE": "chance", "SILENT": "silent",
    ]
    static let none = "Nobody is in the network."

    @Option(help: "Test by so many shuffles of the groups whether roles go with them; at most 9999.")
    var draws: Int?

    @Option(help: "The seed of the shuffles, to draw the same again; 1 without it.")
    var seed: Int?

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
            "draws": .number(draws),
            "seed": .number(seed),
        ]
    }
}
