// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct AdviceList: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Who advised whom on what, and in which decision that was followed.",
        discussion: Example.of("jvctl advice list --organisation university-of-essex")
    )
    static let method = "io.jvledger.Decisions.ListAdvice"
    static let columns: AnswerColumns = [
        "KEY": "key", "ABOUT": "topic", "SOUGHT BY": "seeker", "FROM": "source", "ASKED": "asked",
        "GIVEN BY": "advisers", "GIVEN": "given", "FOLLOWED": "followed", "IN": "decisions",
    ]
    static let none = "No advice is recorded."

    @Option(
        help: "Only what this organisation or a unit of it sought, was asked for or gave.",
        completion: .keys(of: .organisation)
    )
    var organisation: String?

    @Option(help: "Only what was or was not followed in this decision.", completion: .keys(of: .decision))
    var decision: String?

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["organisation": .text(organisation), "decision": .text(decision)]
    }
}
