// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct ServiceChange: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "change",
        abstract: "Record that a service has another title, provider or commissioner.",
        discussion: Example.of(
            "jvctl service change nursing --provider council --reason \"Brought in house\""
        )
    )

    @Argument(help: "The service.", completion: .keys(of: .service))
    var key: String

    @Option(help: "What it is called from then on.")
    var title: String?

    @Option(help: "Who provides it from then on.", completion: .keys(of: .organisation))
    var provider: String?

    @Option(help: "The organisation that commissions it.", completion: .keys(of: .organisation))
    var commissioner: String?

    @Option(help: "Whom it is for.")
    var population: String?

    @Option(help: "Why.")
    var reason: String?

    @Option(help: "The decision that led to it.", completion: .keys(of: .decision))
    var decision: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "service.changed",
            "service/\(key)",
            [
                "title": .text(title),
                "provider": .text(provider),
                "commissioner": .text(commissioner),
                "population": .text(population),
                "reason": .text(reason),
                "decision": .text(decision),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
