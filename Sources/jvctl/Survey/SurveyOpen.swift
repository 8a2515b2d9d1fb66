// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct SurveyOpen: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Record that a survey asks who turns to whom.",
        discussion: Example.of(
            "jvctl survey open \"Advice 2020\" \"Whom do you go to for advice?\" P-0001 P-0002 --from 2020-06 --to 2020-09"
        )
    )

    @Argument(help: "What it is called.")
    var title: String

    @Argument(help: "The question, word by word.")
    var question: String

    @Argument(
        help: "Who is asked and may be named: P-0001, A-0001, or the keys of organisations.",
        completion: .keys(of: .person, .assignment, .organisation)
    )
    var members: [String] = []

    @Option(help: "What joins those who are named: advice, collaboration, trust, reportsTo or knowledge.")
    var relation = "advice"

    @Option(help: "seekerToSource (whom do you go to) or sourceToSeeker (who comes to you).")
    var direction = "seekerToSource"

    @Option(help: "Between whom ties are: person or organisation.")
    var level = "person"

    @Option(help: "From when on its answers count, as EDTF; the date of the entry without it.")
    var from: String?

    @Option(help: "From when on they no longer do, as EDTF.")
    var to: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "survey.opened",
            "survey/",
            [
                "title": .text(title),
                "question": .text(question),
                "relation": .text(relation),
                "direction": .text(direction),
                "level": .text(level),
                "population": MemberOption.list(members),
                "from": .text(from),
                "to": .text(to),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
