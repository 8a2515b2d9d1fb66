// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct LessonRepeated: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "repeated",
        abstract: "The lessons that were identified again and again, and never embedded.",
        discussion: Example.of(
            "jvctl lesson repeated --least 3"
        )
    )
    static let method = "io.jvledger.Learning.ListRepeatedLessons"
    static let columns: AnswerColumns = [
        "KEY": "key", "TIMES": "times", "EMBEDDED": "embedded", "WHAT": "title", "FIRST": "first",
        "LAST": "last", "LESSONS": "lessons", "FROM": "organisations",
    ]
    static let none = "No lesson was identified more than once without being embedded."

    @Option(help: "How often at least; 2 unless it is given.")
    var least: Int?

    @Flag(help: "Also those that were embedded, one time or another.")
    var all = false

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["least": .number(least), "all": .flag(all)]
    }
}
