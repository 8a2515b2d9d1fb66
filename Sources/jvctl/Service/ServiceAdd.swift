// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct ServiceAdd: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Record a service that an organisation provides.",
        discussion: Example.of(
            "jvctl service add nursing \"Community nursing\" provide --commissioner ccg"
        )
    )

    @Argument(help: "Its key.")
    var key: String

    @Argument(help: "What it is called.")
    var title: String

    @Argument(help: "The organisation or unit that provides it.", completion: .keys(of: .organisation))
    var provider: String

    @Option(help: "The organisation that commissions it.", completion: .keys(of: .organisation))
    var commissioner: String?

    @Option(help: "Whom it is for.")
    var population: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "service.registered",
            "service/\(key)",
            [
                "title": .text(title),
                "provider": .text(provider),
                "commissioner": .text(commissioner),
                "population": .text(population),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
