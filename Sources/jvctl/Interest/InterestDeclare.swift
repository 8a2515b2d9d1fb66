// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct InterestDeclare: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "declare",
        abstract: "Record that somebody declares an interest.",
        discussion: Example.of(
            "jvctl interest declare P-0002 financial --organisation provide --nature \"Holds shares\"",
            saying:
                "That it conflicts with a matter is recorded with: jvctl record conflict.recorded decision/KEY"
        )
    )

    @Argument(help: "The person.", completion: .keys(of: .person))
    var person: String

    @Argument(help: "financial, nonFinancialProfessional, nonFinancialPersonal or indirect.")
    var type: String

    @Option(help: "What it consists in; kept sealed, erasable.")
    var nature: String?

    @Option(help: "The registered organisation in which it is.", completion: .keys(of: .organisation))
    var organisation: String?

    @Option(help: "From when, as EDTF; the date of the entry without it.")
    var from: String?

    @Option(help: "Until when, as EDTF.")
    var to: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "interest.declared",
            "interest/",
            [
                "person": .text(person),
                "type": .text(type),
                "nature": .text(nature),
                "organisation": .text(organisation),
                "from": .text(from),
                "to": .text(to),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
