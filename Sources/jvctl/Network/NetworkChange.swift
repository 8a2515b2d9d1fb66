// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct NetworkChange: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "How the network changed between two surveys or windows, and who changed group.",
        discussion: Example.of(
            "jvctl network change --survey SV-0001 --after-survey SV-0002",
            "jvctl network change --until 2019-08 --after-since 2019-09",
            saying: """
                The options of the other network verbs say which network is meant before; those that begin with
                --after say which after.
                """
        )
    )
    static let method = "io.jvledger.Boundary.GetNetworkChange"
    static let columns: AnswerColumns = [
        "WHAT": "kind", "FIGURE": "figure", "FROM": "from", "TO": "to", "PERSON": "person",
        "ORGANISATION": "organisation", "BEFORE": "before", "AFTER": "after", "CHANGE": "change",
    ]
    static let none = "There is nothing to compare."

    @Option(
        name: .customLong("after-survey"),
        help: "The survey after; --survey is the one before.",
        completion: .keys(of: .survey)
    )
    var afterSurvey: String?

    @Option(name: .customLong("after-since"), help: "The start of the window after, as EDTF.")
    var afterSince: String?

    @Option(name: .customLong("after-until"), help: "The end of the window after, as EDTF.")
    var afterUntil: String?

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
            "afterSurvey": .text(afterSurvey),
            "afterFrom": .text(afterSince),
            "afterUntil": .text(afterUntil),
        ]
    }
}
