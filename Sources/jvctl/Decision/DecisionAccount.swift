// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct DecisionAccount: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Who could have vetoed it, who did, what was known, what was rejected and what came of it.",
        discussion: Example.of(
            "jvctl decision account D-0003",
            "jvctl decision account D-0003 --valid-at 2019-12-31"
        )
    )
    static let method = "io.jvledger.Decisions.GetAccount"
    static let columns: AnswerColumns = [
        "ASPECT": "aspect", "WHAT": "what", "TEXT": "text", "WHO": "who", "BY": "by", "WHEN": "when",
        "KNOWN THEN": "known",
    ]
    static let none = "There is nothing to tell."

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["key": .text(key)]
    }
}
