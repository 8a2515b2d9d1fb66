// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct ObjectiveSet: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Record what the partners set out to reach for people who use services.",
        discussion: Example.of(
            "jvctl objective set \"Fewer people stay in hospital longer than they need\" --target 2 --due 2027"
        )
    )

    @Argument(help: "The outcome for people who use services.")
    var title: String

    @Option(
        help: "The organisation that sets it; leave it out for the venture as a whole.",
        completion: .keys(of: .organisation)
    )
    var org: String?

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

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "objective.set",
            "objective/",
            [
                "title": .text(title),
                "org": .text(org),
                "owner": .text(owner),
                "baseline": .text(baseline),
                "target": .text(target),
                "due": .text(due),
                "decision": .text(decision),
                "interface": .text(interface),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
