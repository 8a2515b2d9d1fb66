// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct BenefitList: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The benefits that somebody claims, and what each claim rests on.",
        discussion: Example.of("jvctl benefit list")
    )
    static let method = "io.jvledger.Evaluation.ListBenefits"
    static let columns: AnswerColumns = [
        "KEY": "key", "WHAT": "title", "KIND": "kind", "CLAIMED BY": "claimant", "WORTH": "amount",
        "CLAIMED": "claimed",
    ]
    static let none = "No benefit is claimed."

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions
}
