// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct BenefitNotRealised: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "not-realised",
        abstract: "Record that a benefit that was claimed did not come about.",
        discussion: Example.of(
            "jvctl benefit not-realised BE-0001 \"Contract monitoring went on as before\""
        )
    )

    @Argument(help: "The benefit.", completion: .keys(of: .benefit))
    var key: String

    @Argument(help: "Why it did not come about, as far as is known.")
    var reason: String

    @Option(help: "The organisation that says so.", completion: .keys(of: .organisation))
    var org: String?

    @Option(help: "The assignment in which somebody says so.", completion: .keys(of: .assignment))
    var by: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "benefit.notRealised",
            "benefit/\(key)",
            [
                "reason": .text(reason),
                "org": .text(org),
                "by": .text(by),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
