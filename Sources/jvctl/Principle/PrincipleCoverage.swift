// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct PrincipleCoverage: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "What shows that the six principles for adopting innovation are followed, and what might.",
        discussion: Example.of(
            "jvctl principle coverage",
            saying: """
                What might show a principle follows from what is recorded; it counts once \
                somebody confirms it with jvctl principle link.
                """
        )
    )
    static let method = "io.jvledger.Learning.GetPrincipleCoverage"
    static let columns: AnswerColumns = [
        "NO": "principle", "PRINCIPLE": "name", "STRONG": "strong", "MODERATE": "moderate",
        "WEAK":
            "weak", "STRONGEST": "strongest", "GAP": "gap", "MIGHT SHOW IT": "suggestions",
    ]
    static let none = "No principle is known."

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions
}
