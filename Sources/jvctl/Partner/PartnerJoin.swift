// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct PartnerJoin: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "join",
        abstract: "Record that an organisation becomes a partner.",
        discussion: Example.of("jvctl partner join provide --from 2018-03")
    )

    @Argument(
        help: "The organisation; jvctl organisation add registers it first.",
        completion: .keys(of: .organisation)
    )
    var organisation: String

    @Option(
        help:
            """
            What joint decisions need of it: its consent (required), its view (consulted), or that it is \
            told (informed).
            """
    )
    var right: String = "required"

    @Option(name: .customLong("as"), help: "partner (the default), associate, advisor or funder.")
    var status: String?

    @Option(help: "From when, as EDTF; the date of the entry without it.")
    var from: String?

    @Option(help: "Until when, as EDTF.")
    var to: String?

    @Option(help: "The decision that led to it.", completion: .keys(of: .decision))
    var decision: String?

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "partner.joined",
            "partner/\(organisation)",
            [
                "right": .text(right),
                "status": .text(status),
                "from": .text(from),
                "to": .text(to),
                "decision": .text(decision),
            ]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
