// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct AgreementSign: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Record that a party signed an agreement.",
        discussion: Example.of(
            "jvctl agreement sign AG-0001 provide --for provide",
            "jvctl agreement sign AG-0001 council --source minutes:item-4",
            saying: "Recorded for the party itself it is given; recorded by anyone else it needs a source."
        )
    )

    @Argument(help: "The agreement.", completion: .keys(of: .agreement))
    var key: String

    @Argument(help: "The party that signs.", completion: .keys(of: .organisation))
    var organisation: String

    @Option(help: "The assignment that gives the authority to sign.", completion: .keys(of: .assignment))
    var by: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "agreement.signed",
            "agreement/\(key)",
            [
                "org": .text(organisation),
                "by": .text(by),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
