// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct DecisionDissents: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "dissents",
        abstract: "Who dissents or objects, and which consents hang on a condition.",
        discussion: Example.of("jvctl decision dissents --organisation provide")
    )
    static let method = "io.jvledger.Decisions.ListDissents"
    static let columns: AnswerColumns = [
        "KEY": "key", "TITLE": "title", "STATUS": "status", "KIND": "kind", "WHO": "organisation",
        "SAYS": "statement", "WHEN": "when",
    ]
    static let none = "Nobody dissents, and no condition is open."

    @Option(help: "Only this organisation's.", completion: .keys(of: .organisation))
    var organisation: String?

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["organisation": .text(organisation)]
    }
}
