// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionResolveCallIn: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "resolve-call-in",
        abstract: "Record what came of a call-in: the decision is confirmed or set aside.",
        discussion: Example.of(
            "jvctl decision resolve-call-in D-0003 confirmed --reason \"They have been asked\" --meeting M-0007"
        )
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @Argument(help: "confirmed or setAside.")
    var outcome: String

    @Option(help: "Why.")
    var reason: String

    @Option(help: "The adopted decision that resolves it.", completion: .keys(of: .decision))
    var decision: String?

    @Option(help: "The meeting of the body that resolves it.", completion: .keys(of: .meeting))
    var meeting: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "callIn.resolved",
            "decision/\(key)",
            [
                "outcome": .text(outcome),
                "reason": .text(reason),
                "decision": .text(decision),
                "meeting": .text(meeting),
            ]
        )
        try await session.step(key, draft, recording.settings) { row in "\(row.key) is \(row.status)." }
    }
}
