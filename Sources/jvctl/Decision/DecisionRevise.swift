// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionRevise: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "revise",
        abstract: "Change what is proposed; consents to earlier revisions no longer count.",
        discussion: Example.of("jvctl decision revise D-0004 --title \"Pilot the method at discharge\"")
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @Option(help: "The new title.")
    var title: String?

    @Option(help: "The new question.")
    var question: String?

    @Option(help: "By when it is to be decided now.")
    var deadline: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func validate() throws {
        if title == nil, question == nil, deadline == nil {
            throw ValidationError("Say what changes: --title, --question or --deadline.")
        }
    }

    func run(_ session: Session) async throws(Complaint) {
        let before = try await session.decision(key)
        let draft = Draft(
            "proposal.revised",
            "decision/\(key)",
            ["title": .text(title), "question": .text(question), "deadline": .text(deadline)]
        )
        try await session.step(key, draft, recording.settings) { row in
            let lost = ConsentList.standing(before.dossier).map { organisation in
                "\(organisation)'s consent was to revision \(before.row.revision) and no longer counts."
            }
            return (["Revision \(row.revision) tabled."] + lost).joined(separator: " ")
        }
    }
}
