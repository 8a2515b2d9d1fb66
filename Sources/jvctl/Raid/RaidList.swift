// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct RaidList: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Risks, assumptions, issues and dependencies, the highest score first.",
        discussion: Example.of("jvctl raid list --kind risk")
    )
    static let method = "io.jvledger.Decisions.ListRaid"
    static let columns: AnswerColumns = [
        "KEY": "key", "KIND": "kind", "WHAT": "title", "LIKELY": "likelihood", "IMPACT": "impact",
        "SCORE": "score", "ROLE": "role", "OF": "organisation", "SINCE": "since", "ENDED": "ended",
    ]
    static let none = "Nothing is in the register."

    @Option(help: "Only risk, assumption, issue or dependency.")
    var kind: String?

    @Option(
        help: "Only those that this organisation or a unit of it watches.",
        completion: .keys(of: .organisation)
    )
    var organisation: String?

    @Option(help: "Only those that this decision led to.", completion: .keys(of: .decision))
    var decision: String?

    @Flag(help: "Also those that were closed.")
    var all = false

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        [
            "kind": .text(kind), "organisation": .text(organisation), "decision": .text(decision),
            "all": .flag(all),
        ]
    }
}
