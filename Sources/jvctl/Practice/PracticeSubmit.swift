// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct PracticeSubmit: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "submit",
        abstract: "Put forward a practice that solved a problem.",
        discussion: Example.of(
            """
            jvctl practice submit "Joint triage call" provide --problem "Referrals bounce" \
            --solution "One call a day"
            """
        )
    )

    @Argument(help: "What the practice is called.")
    var title: String

    @Argument(help: "The organisation or unit that it comes from.", completion: .keys(of: .organisation))
    var organisation: String

    @Option(help: "The problem that it solves.")
    var problem: String

    @Option(help: "How it solves it.")
    var solution: String

    @Option(help: "Where and under what circumstances it works.")
    var context: String?

    @Option(help: "The decision that it came of.", completion: .keys(of: .decision))
    var decision: String?

    @Option(
        help: "Its author, who gets the credit: person/KEY or assignment/KEY.",
        completion: .references(to: .person, .assignment)
    )
    var author: String?

    @Option(
        name: .customLong("again"),
        help: "The practice that was returned and is submitted again.",
        completion: .keys(of: .practice)
    )
    var key: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "practice.submitted",
            "practice/\(key ?? "")",
            [
                "title": .text(title),
                "org": .text(organisation),
                "problem": .text(problem),
                "solution": .text(solution),
                "context": .text(context),
                "decision": .text(decision),
                "author": .text(author),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
