// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct OrganisationList: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Every organisation and unit that is registered.",
        discussion: Example.of("jvctl organisation list")
    )

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let reply = try await session.ask("io.jvledger.Roles.ListOrganisations", [:], asOf.settings)
        try session.answer(
            reply,
            PartyViews.organisations(reply),
            orNone: "No organisation is registered.",
            asOf.settings
        )
    }
}
