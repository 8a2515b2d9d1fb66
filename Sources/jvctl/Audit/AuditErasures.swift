// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct AuditErasures: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "erasures",
        abstract: "Every erasure: of whom, how many texts, by what right and whose decision.",
        discussion: Example.of("jvctl audit erasures", "jvctl audit erasures --person P-0001")
    )
    static let method = "io.jvledger.Audit.ListErasures"
    static let columns: AnswerColumns = [
        "ENTRY": "position", "PERSON": "person", "RECORDED": "recorded", "COUNT": "count", "BASIS": "basis",
        "APPROVED BY": "approvedBy", "BY": "recorder",
    ]
    static let none = "Nothing was erased."

    @Option(help: "Only those of this person.", completion: .keys(of: .person))
    var person: String?

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> { ["person": .text(person)] }
}
