// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct DecisionLatency: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "latency",
        abstract: "How long decisions took, and for whom they waited.",
        discussion: Example.of("jvctl decision latency", "jvctl decision latency --decision D-0003")
    )
    static let method = "io.jvledger.Decisions.GetLatency"
    static let columns: AnswerColumns = [
        "KEY": "key", "TITLE": "title", "STEP": "step", "PARTNER": "organisation", "FROM": "from", "TO": "to",
        "DAYS AT LEAST": "atLeastDays", "AT MOST": "atMostDays",
    ]
    static let none = "Nothing has been adopted or is open."

    @Option(help: "Only this one.", completion: .keys(of: .decision))
    var decision: String?

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["decision": .text(decision)]
    }
}
