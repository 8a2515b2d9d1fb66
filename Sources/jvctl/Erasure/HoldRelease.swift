// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct HoldRelease: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Record that what is sealed of a person need not be kept any longer.",
        discussion: Example.of(
            "jvctl hold release P-0001 --reason \"the inquiry reported\" --for provide",
            saying: "Only the organisation that placed the hold releases it. Nothing is erased by that."
        )
    )

    @Argument(help: "The person.", completion: .keys(of: .person))
    var person: String

    @Option(help: "Why: what it was kept for is over.")
    var reason: String

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft("hold.released", "person/\(person)", ["reason": .text(reason)])
        try await session.recordAndSay([draft], recording.settings)
    }
}
