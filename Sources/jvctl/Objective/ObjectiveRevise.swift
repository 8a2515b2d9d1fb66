// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct ObjectiveRevise: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "revise",
        abstract: "Record that an objective changes; what is not named stays.",
        discussion: Example.of(
            "jvctl objective revise O-0001 --target 1.5 --reason \"The first target was met early\""
        )
    )

    @Argument(help: "The objective.", completion: .keys(of: .objective))
    var key: String

    @Option(help: "The outcome for people, in other words.")
    var title: String?

    @Option(help: "The assignment that answers for it.", completion: .keys(of: .assignment))
    var owner: String?

    @Option(help: "Where things stood, such as 4.5.")
    var baseline: String?

    @Option(help: "Where they should stand.")
    var target: String?

    @Option(help: "By when, as EDTF.")
    var due: String?

    @Option(help: "The decision that led to it.", completion: .keys(of: .decision))
    var decision: String?

    @Option(help: "The service interface that it is about.", completion: .keys(of: .interface))
    var interface: String?

    @Option(help: "Why it changes.")
    var reason: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "objective.revised",
            "objective/\(key)",
            [
                "title": .text(title),
                "owner": .text(owner),
                "baseline": .text(baseline),
                "target": .text(target),
                "due": .text(due),
                "decision": .text(decision),
                "interface": .text(interface),
                "reason": .text(reason),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
