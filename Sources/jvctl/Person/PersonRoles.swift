// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct PersonRoles: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "roles",
        abstract: "All that a person held: posts, seats, chairs, secondments and affiliations.",
        discussion: Example.of(
            "jvctl person roles P-0001",
            "jvctl person roles P-0001 --valid-at 2019-10-01"
        )
    )
    static let method = "io.jvledger.Roles.GetRoleBiography"
    static let columns: AnswerColumns = [
        "FROM": "from", "UNTIL": "to", "HELD": "held", "WHAT": "what", "SUBJECT": "subject", "TITLE": "title",
        "FOR": "organisations", "BY": "decision",
    ]
    static let none = "Nothing is recorded that the person held."

    @Argument(help: "The person.", completion: .keys(of: .person))
    var key: String

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["person": .text(key)]
    }
}
