// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct PracticeMatrix: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "matrix",
        abstract: "Which organisation has taken up which practice, and how soon.",
        discussion: Example.of(
            "jvctl practice matrix --all"
        )
    )
    static let method = "io.jvledger.Learning.GetAdoption"
    static let columns: AnswerColumns = [
        "PRACTICE": "practice", "TITLE": "title", "FROM": "origin", "BY": "organisation",
        "UPTAKE":
            "uptake", "WHEN": "adopted", "DAYS MIN": "lagLeast", "DAYS MAX": "lagMost",
        "SERVICE":
            "service", "DECISION": "decision",
    ]
    static let none = "No practice has been taken up."

    @Option(help: "Only this practice.", completion: .keys(of: .practice))
    var practice: String?

    @Option(
        help: "Only what this organisation or a unit of it has taken up.",
        completion: .keys(of: .organisation)
    )
    var organisation: String?

    @Flag(help: "Also the partners that have not taken up a published practice.")
    var all = false

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["practice": .text(practice), "organisation": .text(organisation), "all": .flag(all)]
    }
}
