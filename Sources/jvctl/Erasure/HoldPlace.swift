// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct HoldPlace: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "place",
        abstract: "Record that what is sealed of a person must be kept; jvctl erase is then refused.",
        discussion: Example.of(
            "jvctl hold place P-0001 --reason \"inquiry into the 2019 pilot\" --for provide",
            saying: """
                Until the organisation that placed it releases it. The reason stays in the ledger for ever: name \
                the matter, not the person.
                """
        )
    )

    @Argument(help: "The person.", completion: .keys(of: .person))
    var person: String

    @Option(help: "Why: an inquiry, a claim, a request for information.")
    var reason: String

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft("hold.placed", "person/\(person)", ["reason": .text(reason)])
        try await session.recordAndSay([draft], recording.settings)
    }
}
