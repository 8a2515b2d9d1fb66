// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct CommunityList: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The communities in which people share what they know, and who belongs to them.",
        discussion: Example.of(
            "jvctl community list"
        )
    )
    static let method = "io.jvledger.Learning.ListCommunities"
    static let columns: AnswerColumns = [
        "KEY": "key", "TITLE": "title", "MEMBERS": "members", "FORMED": "formed", "CLOSED": "closed",
        "PURPOSE": "purpose",
    ]
    static let none = "No community is recorded."

    @Option(
        help: "Only those to which this organisation or a unit of it belongs.",
        completion: .keys(of: .organisation)
    )
    var organisation: String?

    @Flag(help: "Also those that were closed.")
    var all = false

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["organisation": .text(organisation), "all": .flag(all)]
    }
}
