// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct CommitmentList: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "What is to be done, by whom and by when, the most urgent first.",
        discussion: Example.of(
            "jvctl commitment list --overdue",
            "jvctl commitment list --organisation provide"
        )
    )
    static let method = "io.jvledger.Decisions.ListCommitments"
    static let columns: AnswerColumns = [
        "KEY": "key", "WHAT": "title", "ROLE": "role", "OF": "organisations", "DUE": "due",
        "OVERDUE": "overdue", "ORPHANED": "orphaned", "DONE %": "percent", "ENDED": "ended",
        "BECAUSE OF": "decision",
    ]
    static let none = "Nothing is to be done."

    @Option(help: "Only those of this organisation or a unit of it.", completion: .keys(of: .organisation))
    var organisation: String?

    @Option(help: "Only those of this assignment.", completion: .keys(of: .assignment))
    var owner: String?

    @Option(help: "Only those that this decision led to.", completion: .keys(of: .decision))
    var decision: String?

    @Flag(help: "Only those that are overdue or may be.")
    var overdue = false

    @Flag(help: "Only those whose owner's role has ended or may have.")
    var orphaned = false

    @Flag(help: "Also those that were completed or cancelled.")
    var all = false

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        [
            "organisation": .text(organisation), "owner": .text(owner), "decision": .text(decision),
            "overdue": .flag(overdue), "orphaned": .flag(orphaned), "all": .flag(all),
        ]
    }
}
