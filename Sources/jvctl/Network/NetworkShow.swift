// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct NetworkShow: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Who turns to whom, from group to group, with the figures of the network.",
        discussion: Example.of(
            "jvctl network show --survey SV-0001",
            "jvctl network show --since 2019-09 --by unit",
            saying: """
                Ties run as knowledge flows, from source to seeker, unless you ask for them as asked. What those
                who did not answer could have reported is unknown, and not absent. Compare the external-internal
                index with what is expected and not with 0.
                """
        )
    )
    static let method = "io.jvledger.Boundary.GetNetwork"
    static let columns: AnswerColumns = [
        "FROM": "from", "TO": "to", "TIES": "arcs", "POSSIBLE": "possible", "UNKNOWN": "unknown",
        "DENSITY": "density", "RELATIVE": "relativeDensity",
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
