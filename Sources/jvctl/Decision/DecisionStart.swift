// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionStart: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "start",
        abstract: "Record that it is being carried out.",
        discussion: Example.of("jvctl decision start D-0003 --owner A-0001 --organisation provide")
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @Option(help: "The assignment of whoever is responsible.", completion: .keys(of: .assignment))
    var owner: String?

    @Option(help: "An organisation that does it; may be given again.", completion: .keys(of: .organisation))
    var organisation: [String] = []

    @Option(help: "What is planned.")
    var plan: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "implementation.started",
            "decision/\(key)",
            [
                "owner": .text(owner),
                "organisations": .texts(organisation),
                "plan": .text(plan),
            ]
        )
        try await session.step(key, draft, recording.settings) { row in "\(row.key) is being carried out." }
    }
}
