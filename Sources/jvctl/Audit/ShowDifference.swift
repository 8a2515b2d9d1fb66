// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct ShowDifference: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "What changed between two dates or two checkpoints: in what is so, not in the entries.",
        discussion: Example.of(
            "jvctl diff 2018-03-31 2019-10-01",
            "jvctl diff checkpoint:60 --kind post",
            saying: """
                A date asks for the world at its end as best known now; @POSITION and checkpoint:SIZE ask for what \
                the ledger held there. Without the second it is compared with now.
                """
        )
    )
    static let method = "io.jvledger.Audit.GetDifference"
    static let columns: AnswerColumns = [
        "WHAT": "subject", "TITLE": "title", "ASPECT": "aspect", "BEFORE": "before", "AFTER": "after",
    ]
    static let none = "Nothing differs."

    @Argument(help: "The state before: a date, @POSITION or checkpoint:SIZE.")
    var before: String

    @Argument(help: "The state after, likewise; now without it.")
    var after: String?

    @Option(help: "Only things of this kind, such as post, decision or partner.")
    var kind: String?

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["from": .text(before), "to": .text(after), "kind": .text(kind)]
    }
}
