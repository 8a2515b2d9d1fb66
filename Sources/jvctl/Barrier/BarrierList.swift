// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct BarrierList: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "What stands in the way, whom it hinders, and the decision that removed it.",
        discussion: Example.of("jvctl barrier list --all")
    )
    static let method = "io.jvledger.Boundary.ListBarriers"
    static let columns: AnswerColumns = [
        "KEY": "key", "KIND": "kind", "WHAT": "title", "HINDERS": "organisations", "SEVERITY": "severity",
        "SINCE": "since", "STANDS": "stands", "REMOVED": "removed", "BY": "decision",
    ]
    static let none = "Nothing is recorded as standing in the way."

    @Option(
        help: "Only those that hinder this organisation or a unit of it.",
        completion: .keys(of: .organisation)
    )
    var organisation: String?

    @Flag(help: "Also those that were removed.")
    var all = false

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["organisation": .text(organisation), "all": .flag(all)]
    }
}
