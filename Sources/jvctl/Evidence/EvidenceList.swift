// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct EvidenceList: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The evidence there is, what rests on it and what it is worth.",
        discussion: Example.of("jvctl evidence list --unused", "jvctl evidence list --retracted")
    )
    static let method = "io.jvledger.Decisions.ListEvidence"
    static let columns: AnswerColumns = [
        "KEY": "key", "KIND": "kind", "WHAT": "title", "DATED": "dated", "SUPPORTS": "supports",
        "CONTRADICTS": "contradicts", "CONTEXT OF": "context", "CITED IN": "cited", "STRENGTH": "strength",
        "RETRACTED": "retracted", "RELIED ON": "reliedOn",
    ]
    static let none = "No such evidence is registered."

    @Option(help: "Only what this decision uses.", completion: .keys(of: .decision))
    var decision: String?

    @Flag(help: "Only what no decision uses.")
    var unused = false

    @Flag(help: "Only what speaks against some decision.")
    var contradicting = false

    @Flag(help: "Only what was retracted.")
    var retracted = false

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        [
            "decision": .text(decision), "unused": .flag(unused), "contradicting": .flag(contradicting),
            "retracted": .flag(retracted),
        ]
    }
}
