// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct PersonAdd: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Register a person. The name is sealed; the ledger gives the key.",
        discussion: Example.of(
            "jvctl person add --label \"Senior Lecturer\" --organisation university-of-essex",
            saying: "People always get a P-number, so that no name is ever in a key."
        )
    )

    @Option(help: "Their name; kept sealed, erasable.")
    var name: String?

    @Option(help: "What to call them where the name is not shown, such as a title.")
    var label: String?

    @Option(help: "The organisation they belong to.", completion: .keys(of: .organisation))
    var organisation: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "person.registered",
            "person/",
            [
                "name": .text(name),
                "label": .text(label),
                "organisation": .text(organisation),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
