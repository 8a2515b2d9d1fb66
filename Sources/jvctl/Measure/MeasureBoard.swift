// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct MeasureBoard: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "board",
        abstract: "Every objective and its measures, as they stand.",
        discussion: Example.of("jvctl measure board --valid-at 2020-03-31")
    )
    static let method = "io.jvledger.Evaluation.GetBoard"
    static let columns: AnswerColumns = [
        "OBJECTIVE": "objective", "MEASURE": "measure", "WHAT": "measureTitle", "VERSION": "version",
        "TARGET": "target", "VALUE": "value", "PERIOD": "period", "RAG": "rag", "DIRECTION": "direction",
        "DAYS OLD": "age", "STALE": "stale", "SIGNALS": "signals",
    ]
    static let none = "No objective is set and no measure defined."

    @Option(help: "Only this objective.", completion: .keys(of: .objective))
    var objective: String?

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
        [
            "objective": .text(objective), "interface": .text(interface), "organisation": .text(organisation),
            "all": .flag(all),
        ]
    }
}
