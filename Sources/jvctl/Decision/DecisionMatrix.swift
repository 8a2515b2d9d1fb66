// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct DecisionMatrix: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "matrix",
        abstract: "What each partner says of each open proposal.",
        discussion: Example.of(
            "jvctl decision matrix --missing",
            "jvctl decision matrix --organisation provide"
        )
    )
    static let method = "io.jvledger.Decisions.GetConsentMatrix"
    static let columns: AnswerColumns = [
        "KEY": "key", "TITLE": "title", "REV": "revision", "PARTNER": "organisation", "ANSWER": "answer",
        "HOW": "mode",
        "WHEN": "when", "MISSING": "gap",
    ]
    static let none = "No proposal is open."

    @Option(help: "Only this partner's answers.", completion: .keys(of: .partner))
    var organisation: String?

    @Flag(help: "Only answers that do not count or are not there.")
    var missing = false

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["organisation": .text(organisation), "missing": .flag(missing)]
    }
}
