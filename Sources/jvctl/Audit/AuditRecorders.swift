// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct AuditRecorders: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "recorders",
        abstract: "Who recorded how much, and for whom.",
        discussion: Example.of("jvctl audit recorders")
    )
    static let method = "io.jvledger.Audit.ListRecorders"
    static let columns: AnswerColumns = [
        "RECORDER": "recorder", "FOR": "organisations", "ENTRIES": "count", "BASIS POINTS": "share",
        "REPORTED": "reported", "FIRST": "first", "LAST": "last",
    ]
    static let none = "Nothing is recorded."

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions
}
