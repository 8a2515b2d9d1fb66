// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct NeedList: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "What is needed, and the proposals and decisions that rest on it.",
        discussion: Example.of("jvctl need list --all")
    )
    static let method = "io.jvledger.Decisions.ListNeeds"
    static let columns: AnswerColumns = [
        "KEY": "key", "WHAT": "title", "AFFECTS": "affected", "RAISED BY": "organisation", "SINCE": "since",
        "PROPOSALS": "proposals", "DECISIONS": "decisions", "ENDED": "ended",
    ]
    static let none = "No need is recorded."

    @Option(
        help: "Only those that this organisation or a unit of it raised.",
        completion: .keys(of: .organisation)
    )
    var organisation: String?

    @Flag(help: "Also those that were closed.")
    var all = false

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["organisation": .text(organisation), "all": .flag(all)]
    }
}
