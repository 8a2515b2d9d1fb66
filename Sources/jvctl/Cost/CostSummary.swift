// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct CostSummary: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "summary",
        abstract: "What coordinating has cost, against a baseline.",
        discussion: Example.of("jvctl cost summary --baseline BL-0001")
    )
    static let method = "io.jvledger.Evaluation.GetCosts"
    static let columns: AnswerColumns = [
        "YEAR": "year", "CATEGORY": "category", "SPENT": "spent", "CUMULATIVE": "cumulative", "LOW": "low",
        "CENTRAL": "central", "HIGH": "high", "RECORDS": "records", "UNPRICED": "unpriced",
    ]
    static let none = "No cost is recorded and no baseline estimated."

    @Option(help: "The baseline to compare with.")
    var baseline: String?

    @Option(name: .customLong("version"), help: "The version of the baseline; the latest without it.")
    var baselineVersion: Int?

    @Option(help: "Only what this organisation or a unit of it spent.", completion: .keys(of: .organisation))
    var organisation: String?

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        [
            "baseline": .text(baseline), "version": .number(baselineVersion),
            "organisation": .text(organisation),
        ]
    }
}
