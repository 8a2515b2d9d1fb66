// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct BoundarySummary: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "summary",
        abstract: "Actions across boundaries by officer, pair, role or outcome, with the effort they took.",
        discussion: Example.of(
            "jvctl boundary summary --by pair --since 2019"
        )
    )
    static let method = "io.jvledger.Boundary.GetBoundarySummary"
    static let columns: AnswerColumns = [
        "WHAT": "what", "PERSON": "person", "PAIR": "pair", "ACTIONS": "actions", "POSSIBLY": "possible",
        "MINUTES": "minutes", "LANDED": "landed", "PARTLY": "partly", "FAILED": "failed", "OPEN": "open",
    ]
    static let none = "Nothing across a boundary is recorded."

    @Option(help: "By officer, pair, role, outcome, kind or interface.")
    var by: String?

    @Option(help: "From when on, as EDTF.")
    var since: String?

    @Option(help: "Until the end of when, as EDTF.")
    var until: String?

    @Option(
        help: "Only those in which this organisation or a unit of it took part.",
        completion: .keys(of: .organisation)
    )
    var organisation: String?

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["by": .text(by), "from": .text(since), "until": .text(until), "organisation": .text(organisation)]
    }
}
