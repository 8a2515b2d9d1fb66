// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct NetworkTies: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "ties",
        abstract: "Every tie of the network, from whom to whom.",
        discussion: Example.of(
            "jvctl network ties --survey SV-0001",
            "jvctl network ties --level person --since 2019",
            saying: """
                Ties run as knowledge flows, from source to seeker, unless you ask for them as asked. To draw or \
                measure the network with other tools: jvctl export --format graphml, or dot.
                """
        )
    )
    static let method = "io.jvledger.Boundary.ListNetworkTies"
    static let columns: AnswerColumns = [
        "FROM": "fromNode", "FROM PERSON": "fromPerson", "FROM ORGANISATION": "fromOrganisation",
        "FROM GROUP": "fromGroup", "TO": "toNode", "TO PERSON": "toPerson",
        "TO ORGANISATION": "toOrganisation", "TO GROUP": "toGroup", "WEIGHT": "weight",
    ]
    static let none = "No tie is recorded."

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
