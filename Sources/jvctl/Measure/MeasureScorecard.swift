// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct MeasureScorecard: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "scorecard",
        abstract: "Objectives, measures and assessments of each service interface.",
        discussion: Example.of("jvctl measure scorecard rapid-response")
    )
    static let method = "io.jvledger.Evaluation.GetScorecard"
    static let columns: AnswerColumns = [
        "INTERFACE": "interface", "OBJECTIVE": "objective", "STATUS": "status", "RATING": "rating",
        "FOUND": "narrative", "MEASURE": "measure", "VALUE": "value", "PERIOD": "period", "RAG": "rag",
        "DAYS OLD": "age",
    ]
    static let none = "No objective or measure concerns an interface."

    @Argument(help: "Only this interface.", completion: .keys(of: .interface))
    var interface: String?

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["interface": .text(interface)]
    }
}
