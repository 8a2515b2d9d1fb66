// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct LessonList: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The lessons by how far each has come, and for how long it has been there.",
        discussion: Example.of(
            "jvctl lesson list --state validated"
        )
    )
    static let method = "io.jvledger.Learning.ListLessons"
    static let columns: AnswerColumns = [
        "KEY": "key", "STATE": "state", "DAYS": "stateDays", "AGE": "ageDays", "WHAT": "title",
        "FROM":
            "organisation", "AUTHOR": "author", "LEARNT FROM": "origin",
    ]
    static let none = "No lesson is recorded."

    @Option(help: "Only those: identified, validated, shared, actioned, embedded, rejected or retired.")
    var state: String?

    @Option(help: "Only those of this organisation or a unit of it.", completion: .keys(of: .organisation))
    var organisation: String?

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["state": .text(state), "organisation": .text(organisation)]
    }
}
