// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct ConsultationList: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Who was asked what, and what they said.",
        discussion: Example.of("jvctl consultation list --about decision/D-0001 --all")
    )
    static let method = "io.jvledger.Decisions.ListConsultations"
    static let columns: AnswerColumns = [
        "KEY": "key", "WHAT": "title", "ASKED": "audience", "ABOUT": "about", "SINCE": "since",
        "UNTIL": "until", "RESPONSES": "responses", "FOR": "inFavour", "AGAINST": "against",
        "NEUTRAL": "neutral", "CLOSED": "ended",
    ]
    static let none = "Nobody is being consulted."

    @Option(help: "Only those about this, as KIND/KEY.", completion: .references)
    var about: String?

    @Option(help: "Only staff, serviceUsers, carers, partners or public.")
    var audience: String?

    @Flag(help: "Also those that are over.")
    var all = false

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["about": .text(about), "audience": .text(audience), "all": .flag(all)]
    }
}
