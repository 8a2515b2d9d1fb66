// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct PrincipleLink: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Confirm that something shows how a principle is followed.",
        discussion: Example.of(
            "jvctl principle link 4 practice/PR-0001 strong \"The council runs it in three teams\""
        )
    )

    @Argument(help: "The number of the principle, from 1 to 6.")
    var principle: Int

    @Argument(help: "What shows it, as KIND/KEY.", completion: .references)
    var artefact: String

    @Argument(help: "How well: weak, moderate or strong.")
    var strength: String

    @Argument(help: "Why it shows it.")
    var rationale: String

    @Option(help: "The organisation that confirms it.", completion: .keys(of: .organisation))
    var organisation: String?

    @Option(help: "The assignment in which somebody confirms it.", completion: .keys(of: .assignment))
    var by: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "principle.linked",
            "principle/",
            [
                "principle": .number(principle),
                "artefact": .text(artefact),
                "strength": .text(strength),
                "rationale": .text(rationale),
                "org": .text(organisation),
                "by": .text(by),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
