// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct RoleExpiring: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "expiring",
        abstract: "Posts and seats that are vacant, acted in, or whose holder leaves soon.",
        discussion: Example.of(
            "jvctl role expiring --days 180",
            "jvctl role expiring --body programme-board"
        )
    )
    static let method = "io.jvledger.Roles.ListExpiringRoles"
    static let columns: AnswerColumns = [
        "ROLE": "role", "TITLE": "title", "NEED": "need", "CERTAIN": "certain", "HOLDER": "person",
        "ASSIGNMENT": "assignment", "ENDS": "date",
    ]
    static let none = "Every post and seat is held, and nobody leaves soon."

    @Option(help: "Within how many days; 90 without it.")
    var days: Int?

    @Option(help: "Only the seats of this body.", completion: .keys(of: .body))
    var body: String?

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["days": .number(days), "body": .text(body)]
    }
}
