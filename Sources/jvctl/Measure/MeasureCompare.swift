// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct MeasureCompare: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "The measures before and after a decision was adopted.",
        discussion: Example.of("jvctl measure compare D-0004")
    )
    static let method = "io.jvledger.Evaluation.CompareAround"
    static let columns: AnswerColumns = [
        "MEASURE": "measure", "WHAT": "title", "VERSION": "version", "BEFORE": "before",
        "MEDIAN": "medianBefore", "AFTER": "after", "MEDIAN AFTER": "medianAfter", "CHANGE": "change",
        "DIRECTION": "direction", "LEFT OUT": "between", "SIGNALS": "signals",
    ]
    static let none = "There is no value to compare."

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var decision: String

    @Option(help: "Only this measure.", completion: .keys(of: .measure))
    var measure: String?

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["decision": .text(decision), "measure": .text(measure)]
    }
}
