// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct AuditPartnerReport: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "partner-report",
        abstract: "For a partner and a period: decisions, payments, agreements and reviews.",
        discussion: Example.of(
            "jvctl audit partner-report provide --from 2019-04 --until 2019-06",
            "jvctl audit partner-report provide --from 2019-04 --until 2020-03",
            saying:
                "A quarter and a year are asked for by their months, as SI 2000/617, regulation 9 has them reported."
        )
    )
    static let method = "io.jvledger.Audit.GetPartnerReport"
    static let columns: AnswerColumns = [
        "SECTION": "section", "WHEN": "when", "SUBJECT": "subject", "TITLE": "title", "DETAIL": "detail",
        "SHARE (BP)": "share", "AMOUNT": "amount",
    ]
    static let none = "Nothing falls within that period."

    @Argument(help: "The partner.", completion: .keys(of: .partner))
    var organisation: String

    @Option(help: "The first day, month or year; from the beginning without it.")
    var from: String?

    @Option(help: "The last day, month or year; until now without it.")
    var until: String?

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["organisation": .text(organisation), "from": .text(from), "until": .text(until)]
    }
}
