// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct DecisionImpact: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "impact",
        abstract: "What stands on a decision and would lose its footing without it.",
        discussion: Example.of("jvctl decision impact D-0003")
    )
    static let method = "io.jvledger.Decisions.GetImpact"
    static let columns: AnswerColumns = [
        "STEP": "depth", "WHAT": "subject", "TITLE": "title", "ON": "via", "STANDS": "stands",
        "ALSO ON": "alsoOn",
        "WOULD FALL": "wouldFall",
    ]
    static let none = "Nothing that is recorded stands on it."

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["key": .text(key)]
    }
}
