// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct AuditConflicts: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "conflicts",
        abstract: "Conflicts of interest, and who took part in spite of one.",
        discussion: Example.of(
            "jvctl audit conflicts",
            "jvctl audit conflicts --in-spite"
        )
    )
    static let method = "io.jvledger.Audit.ListConflicts"
    static let columns: AnswerColumns = [
        "DECISION": "decision", "TITLE": "title", "WHO": "person", "INTEREST": "interest",
        "HANDLING": "handling", "TOOK PART": "participation", "DISPENSATION": "dispensation",
        "VERDICT": "verdict",
    ]
    static let none = "No conflict of interest is recorded."

    @Option(help: "Only this decision.", completion: .keys(of: .decision))
    var decision: String?

    @Flag(
        name: .customLong("in-spite"),
        help: "Only who took part in spite of a conflict, without a dispensation."
    )
    var inSpite = false

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["decision": .text(decision), "inSpite": .flag(inSpite)]
    }
}
