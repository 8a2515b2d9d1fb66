// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct KnowledgeParticipation: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "participation",
        abstract: "How many knowledge events each organisation took part in, by year.",
        discussion: Example.of("jvctl knowledge participation")
    )
    static let method = "io.jvledger.Learning.GetParticipation"
    static let columns: AnswerColumns = [
        "YEAR": "year", "ORGANISATION": "organisation", "HOSTED": "hosted", "ATTENDED": "attended",
    ]
    static let none = "No knowledge event is recorded."

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions
}
