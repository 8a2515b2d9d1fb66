// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct DecisionOrigins: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "origins",
        abstract: "At which level proposals arise, and how many of them are adopted.",
        discussion: Example.of("jvctl decision origins")
    )
    static let method = "io.jvledger.Decisions.GetOrigins"
    static let columns: AnswerColumns = [
        "ORIGIN": "origin", "PROPOSALS": "proposals", "SHARE": "share", "ADOPTED": "decisions",
        "BELOW SENIOR": "belowSenior",
        "WHICH": "keys",
    ]
    static let none = "Nothing has been proposed."

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions
}
