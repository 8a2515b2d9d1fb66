// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct DecisionReversals: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "reversals",
        abstract: "The decisions that were superseded, rescinded or set aside, and how soon.",
        discussion: Example.of("jvctl decision reversals --months 12")
    )
    static let method = "io.jvledger.Decisions.ListReversals"
    static let columns: AnswerColumns = [
        "KEY": "key", "TITLE": "title", "HOW": "how", "BY": "replacedBy", "ADOPTED": "adopted",
        "REVERSED": "reversed",
        "DAYS AT LEAST": "atLeastDays", "AT MOST": "atMostDays", "WITHIN": "within",
    ]
    static let none = "No decision was reversed."

    @Option(help: "Only those reversed within so many months of their adoption.")
    var months: Int?

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["months": .number(months)]
    }
}
