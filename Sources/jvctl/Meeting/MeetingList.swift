// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct MeetingList: InquiryVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Meetings by date, whether they were quorate and when, with papers and minutes.",
        discussion: Example.of(
            "jvctl meeting list",
            "jvctl meeting list --body programme-board --valid-at 2019-07-31",
            "jvctl meeting list --decision D-0003"
        )
    )
    static let method = "io.jvledger.Roles.ListMeetings"
    static let columns: AnswerColumns = [
        "KEY": "key", "BODY": "body", "DATE": "date", "STATUS": "status", "TITLE": "title",
        "QUORATE": "quorate", "MISSING": "missing", "WHEN": "timeline", "DECISIONS": "decisions",
        "PAPERS": "papers", "MINUTES": "minutes",
    ]
    static let none = "No meeting is recorded."

    @Option(help: "Only meetings of this body.", completion: .keys(of: .body))
    var body: String?

    @Option(
        help: "Only meetings with this decision on the agenda, or at which it was adopted.",
        completion: .keys(of: .decision)
    )
    var decision: String?

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    var parameters: KeyValuePairs<String, JSON?> {
        ["body": .text(body), "decision": .text(decision)]
    }
}
