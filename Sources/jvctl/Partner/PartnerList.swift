// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct PartnerList: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Everyone who is or may be a partner.",
        discussion: Example.of("jvctl partner list --valid-at 2019-10-01")
    )

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let reply = try await session.ask("io.jvledger.Roles.ListPartners", [:], asOf.settings)
        try session.answer(
            reply,
            PartyViews.partners(reply),
            orNone: "No partner is recorded.",
            asOf.settings
        )
    }
}
