// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct DecisionAlternatives: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "alternatives",
        abstract: "The options that were not chosen, across decisions, and why.",
        discussion: Example.of("jvctl decision alternatives --kind contractOut")
    )
    static let method = "io.jvledger.Decisions.ListAlternatives"
    static let columns: AnswerColumns = [
        "KEY": "key", "NO": "option", "ALTERNATIVE": "alternative", "KIND": "kind", "FATE": "fate",
        "AGAINST": "against",
        "CHOSEN INSTEAD": "chosen", "DECIDED": "decided",
    ]
    static let none = "No option was rejected."

    @Option(help: "Only options of this kind: statusQuo, jointVenture, contractOut or other.")
    var kind: String?

    @Option(help: "Only those of this decision.", completion: .keys(of: .decision))
    var decision: String?

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["kind": .text(kind), "decision": .text(decision)]
    }
}
