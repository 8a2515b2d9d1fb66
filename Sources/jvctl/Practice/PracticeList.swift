// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct PracticeList: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The practices with their authors, most used first, and how they were rated.",
        discussion: Example.of(
            "jvctl practice list --state published"
        )
    )
    static let method = "io.jvledger.Learning.ListPractices"
    static let columns: AnswerColumns = [
        "KEY": "key", "STATE": "state", "TITLE": "title", "FROM": "organisation", "AUTHOR": "author",
        "USES": "uses", "WORKED": "worked", "PARTLY": "partly", "FAILED": "failed",
        "RATINGS":
            "ratings", "MEAN": "mean", "ADOPTED BY": "adopters",
    ]
    static let none = "No practice is recorded."

    @Option(help: "Only those: submitted, returned, validated, published or retired.")
    var state: String?

    @Option(help: "Only those of this organisation or a unit of it.", completion: .keys(of: .organisation))
    var organisation: String?

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["state": .text(state), "organisation": .text(organisation)]
    }
}
