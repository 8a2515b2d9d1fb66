// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct MeasureStale: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "stale",
        abstract: "The measures without values, or whose values are overdue.",
        discussion: Example.of("jvctl measure stale --organisation provide")
    )
    static let method = "io.jvledger.Evaluation.ListStaleMeasures"
    static let columns: AnswerColumns = [
        "KEY": "key", "MEASURE": "title", "REPORTED BY": "organisation", "FREQUENCY": "frequency",
        "LACKS": "lacks", "LAST": "period", "DAYS OLD": "age",
    ]
    static let none = "Every measure has a value as recent as its frequency asks for."

    @Option(
        help: "Only those that this organisation or a unit of it reports.",
        completion: .keys(of: .organisation)
    )
    var organisation: String?

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["organisation": .text(organisation)]
    }
}
