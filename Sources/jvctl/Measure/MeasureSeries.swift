// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct MeasureSeries: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "series",
        abstract: "Every value of a measure, by versions of its definition.",
        discussion: Example.of("jvctl measure series delay")
    )
    static let method = "io.jvledger.Evaluation.GetSeries"
    static let columns: AnswerColumns = [
        "VERSION": "version", "PERIOD": "period", "VALUE": "value", "NUMERATOR": "numerator",
        "DENOMINATOR": "denominator", "N": "n", "QUALITY": "quality", "MEDIAN": "side", "SIGNALS": "signals",
    ]
    static let none = "There is no value."

    @Argument(help: "The measure.", completion: .keys(of: .measure))
    var measure: String

    @Option(name: .customLong("version"), help: "Only this version of the definition.")
    var usedVersion: Int?

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["measure": .text(measure), "version": .number(usedVersion)]
    }
}
