// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct LessonRelevant: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "relevant",
        abstract: "What was learnt that bears on a proposal.",
        discussion: Example.of(
            "jvctl lesson relevant D-0004"
        )
    )
    static let method = "io.jvledger.Learning.ListRelevantLessons"
    static let columns: AnswerColumns = [
        "LESSON": "subject", "STATE": "state", "FROM": "organisation", "WHAT": "title",
        "SHARES":
            "because",
    ]
    static let none = "Nothing that was learnt shares an interface, a barrier or a ground with it."

    @Argument(help: "The proposal or decision.", completion: .keys(of: .decision))
    var decision: String

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["decision": .text(decision)]
    }
}
