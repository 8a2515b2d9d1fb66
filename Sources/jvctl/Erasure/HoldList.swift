// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct HoldList: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Of whom what is sealed must be kept, for whom and why.",
        discussion: Example.of("jvctl hold list", "jvctl hold list P-0001 --all")
    )
    static let method = "io.jvledger.Audit.ListHolds"
    static let columns: AnswerColumns = [
        "PERSON": "person", "SINCE": "since", "FOR": "organisation", "REASON": "reason",
        "RELEASED": "released",
    ]
    static let none = "Nothing is held."

    @Argument(help: "Only those of this person.", completion: .keys(of: .person))
    var person: String?

    @Flag(help: "Also those that were released.")
    var all = false

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> { ["person": .text(person), "all": .flag(all)] }
}
