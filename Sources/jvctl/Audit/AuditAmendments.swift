// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct AuditAmendments: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "amendments",
        abstract: "Every correction and retraction, and why.",
        discussion: Example.of("jvctl audit amendments")
    )
    static let method = "io.jvledger.Audit.ListAmendments"
    static let columns: AnswerColumns = [
        "ENTRY": "position", "KIND": "kind", "CORRECTS": "corrects", "SUBJECT": "subject",
        "FOR": "organisation", "RECORDED": "recorded", "WHY": "why",
    ]
    static let none = "Nothing was corrected or retracted."

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions
}
