// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct PracticeAbandon: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "abandon",
        abstract: "Record that an organisation gave up a practice that it had taken up.",
        discussion: Example.of(
            "jvctl practice abandon PR-0001 essex-county-council \"Nobody calls any more\""
        )
    )

    @Argument(help: "The practice.", completion: .keys(of: .practice))
    var key: String

    @Argument(help: "The organisation or unit that gave it up.", completion: .keys(of: .organisation))
    var organisation: String

    @Argument(help: "Why it was given up.")
    var reason: String

    @Option(help: "The service in which it did.", completion: .keys(of: .service))
    var service: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "practice.abandoned",
            "practice/\(key)",
            [
                "org": .text(organisation),
                "reason": .text(reason),
                "service": .text(service),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
