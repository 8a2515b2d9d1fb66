// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct DecisionReviews: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "reviews",
        abstract: "The decisions whose review is due or overdue.",
        discussion: Example.of("jvctl decision reviews", "jvctl decision reviews --all --valid-at 2027-04-01")
    )
    static let method = "io.jvledger.Decisions.ListReviews"
    static let columns: AnswerColumns = [
        "KEY": "key", "TITLE": "title", "STATUS": "status", "REVIEW": "reviewOn", "DUE": "due",
        "DAYS OVER": "overdueDays",
        "LAST": "lastReviewed", "OUTCOME": "outcome",
    ]
    static let none = "No review is due."

    @Flag(help: "Also those whose review lies ahead.")
    var all = false

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["all": .flag(all)]
    }
}
