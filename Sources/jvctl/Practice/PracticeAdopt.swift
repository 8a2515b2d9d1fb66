// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct PracticeAdopt: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "adopt",
        abstract: "Record that an organisation took up the practice of another.",
        discussion: Example.of(
            "jvctl practice adopt PR-0001 essex-county-council --adaptation \"Twice a day in winter\"",
            "jvctl practice adopt PR-0001 mid-essex-trust --unchanged --adaptation \"None needed: same wards\"",
            saying: """
                A practice has to be published before another organisation adopts it; its own \
                organisation uses it.
                """
        )
    )

    @Argument(help: "The practice.", completion: .keys(of: .practice))
    var key: String

    @Argument(help: "The organisation or unit that took it up.", completion: .keys(of: .organisation))
    var organisation: String

    @Option(help: "What was adapted; with --unchanged, why nothing needed to be.")
    var adaptation: String?

    @Flag(help: "Nothing was adapted.")
    var unchanged = false

    @Option(help: "The service in which it did.", completion: .keys(of: .service))
    var service: String?

    @Option(help: "The decision that led to it.", completion: .keys(of: .decision))
    var decision: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "practice.adopted",
            "practice/\(key)",
            [
                "org": .text(organisation),
                "adaptation": .text(adaptation),
                "unchanged": .flag(unchanged),
                "service": .text(service),
                "decision": .text(decision),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
