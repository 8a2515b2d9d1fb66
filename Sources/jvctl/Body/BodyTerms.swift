// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct BodyTerms: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "terms",
        abstract: "The terms of reference that applied, or every version up to then.",
        discussion: Example.of(
            "jvctl body terms programme-board --valid-at 2019-07-31",
            "jvctl body terms programme-board --all"
        )
    )
    static let method = "io.jvledger.Roles.GetTerms"
    static let columns: AnswerColumns = [
        "VERSION": "version", "APPLIES": "applies", "FROM": "from", "UNTIL": "to",
        "DECIDES BY": "decisionRule", "QUORUM": "quorum", "PAPER DAYS": "papersDays",
        "CHAIRS DIFFER": "chairsFromDifferentPartners", "EXCLUDES CONFLICTED": "excludesConflicted",
        "ACCEPTS REPORTED": "acceptsReportedConsents",
    ]
    static let none = "No terms of reference applied then."

    @Argument(help: "The body.", completion: .keys(of: .body))
    var body: String

    @Flag(help: "Also the versions that applied no longer.")
    var all = false

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["body": .text(body), "all": .flag(all)]
    }
}
