// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionDefer: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "defer",
        abstract: "Put a proposal off.",
        discussion: Example.of("jvctl decision defer D-0004 --until 2027-03")
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @Option(help: "Until when.")
    var until: String?

    @Option(help: "Why.")
    var reason: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "decision.deferred",
            "decision/\(key)",
            [
                "until": .text(until),
                "reason": .text(reason),
            ]
        )
        try await session.step(key, draft, recording.settings) { row in "\(row.key) deferred." }
    }
}
