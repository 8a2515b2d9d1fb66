// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct AuditCompleteness: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "completeness",
        abstract: "The adopted decisions, and what the record of each one lacks.",
        discussion: Example.of(
            "jvctl audit completeness",
            "jvctl audit completeness --all --valid-at 2020-03-31"
        )
    )
    static let method = "io.jvledger.Audit.GetCompleteness"
    static let columns: AnswerColumns = [
        "KEY": "key", "ADOPTED": "adopted", "TITLE": "title", "LACKS": "lacks",
    ]
    static let none = "No adopted decision lacks anything."

    @Flag(help: "Also those that lack nothing.")
    var all = false

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> { ["all": .flag(all)] }
}
