// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct ToolList: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The tools that were introduced, who has taken them up, and how often each was used.",
        discussion: Example.of(
            "jvctl tool list"
        )
    )
    static let method = "io.jvledger.Learning.ListTools"
    static let columns: AnswerColumns = [
        "KEY": "key", "KIND": "kind", "TITLE": "title", "INTRODUCED": "introduced", "USED BY": "users",
        "FOR": "interfaces", "SESSIONS": "sessions", "BY": "decisions",
    ]
    static let none = "No tool is recorded."

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions
}
