// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct LessonSearch: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "The reviews, lessons, practices and findings in which words are.",
        discussion: Example.of(
            "jvctl lesson search discharge handover",
            saying: """
                Capitals A to Z count as small letters, and parts of words are found. Sealed \
                texts are not searched.
                """
        )
    )
    static let method = "io.jvledger.Learning.SearchLessons"
    static let columns: AnswerColumns = [
        "WHAT": "subject", "KIND": "kind", "WHEN": "when", "FROM": "organisation", "TITLE": "title",
        "FOUND IN": "found",
    ]
    static let none = "Nothing has all of these words."

    @Argument(help: "The words; all of them have to be there.")
    var words: [String]

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["text": .text(words.joined(separator: " "))]
    }
}
