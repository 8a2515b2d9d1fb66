// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct ObjectiveList: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The objectives, and how their measures stand.",
        discussion: Example.of("jvctl objective list --all")
    )
    static let method = "io.jvledger.Evaluation.GetBoard"
    static let columns: AnswerColumns = [
        "KEY": "objective", "OUTCOME": "title", "STATUS": "status", "DUE": "due", "BASELINE": "baseline",
        "TARGET": "target", "RATING": "rating", "ASSESSED": "assessed", "MEASURE": "measure",
        "VALUE": "value", "RAG": "rag",
    ]
    static let none = "No objective is set."

    @Option(help: "Only what concerns this interface.", completion: .keys(of: .interface))
    var interface: String?

    @Option(
        help: "Only what this organisation or a unit of it set or reports.",
        completion: .keys(of: .organisation)
    )
    var organisation: String?

    @Flag(help: "Also objectives that were closed and measures that were retired.")
    var all = false

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["interface": .text(interface), "organisation": .text(organisation), "all": .flag(all)]
    }
}
