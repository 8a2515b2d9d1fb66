// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct AuditAuthority: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "authority",
        abstract: "What each consent, signature and adoption rested on, and where authority was missing.",
        discussion: Example.of(
            "jvctl audit authority --flawed",
            "jvctl audit authority --decision D-0003"
        )
    )
    static let method = "io.jvledger.Audit.GetAuthority"
    static let columns: AnswerColumns = [
        "SUBJECT": "subject", "ACT": "act", "FOR": "organisation", "MODE": "mode", "WHEN": "when",
        "WHO": "person", "RESTS ON": "restsOn", "FINDINGS": "findings",
    ]
    static let none = "No act is recorded."

    @Option(help: "Only this decision.", completion: .keys(of: .decision))
    var decision: String?

    @Flag(help: "Only where something is missing, had ended or is doubtful.")
    var flawed = false

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["decision": .text(decision), "flawed": .flag(flawed)]
    }
}
