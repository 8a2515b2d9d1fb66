// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct AuditLate: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "late",
        abstract: "What was recorded long after it happened.",
        discussion: Example.of("jvctl audit late --days 365")
    )
    static let method = "io.jvledger.Audit.ListLateEntries"
    static let columns: AnswerColumns = [
        "ENTRY": "position", "HAPPENED": "happened", "RECORDED": "recorded", "DAYS": "days", "TYPE": "type",
        "SUBJECT": "subject",
    ]
    static let none = "Nothing was recorded late."

    @Option(help: "More than so many days late; 30 without it.")
    var days: Int?

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> { ["days": .number(days)] }
}
