// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct PostFunding: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "funding",
        abstract: "Who pays how much: for each post, or in all.",
        discussion: Example.of(
            "jvctl post funding --valid-at 2019-10-01",
            "jvctl post funding --by-partner"
        )
    )

    @Flag(name: .customLong("by-partner"), help: "What each organisation pays for all posts together.")
    var byPartner = false

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let reply = try await session.ask("io.jvledger.Roles.GetFunding", [:], asOf.settings)
        let table = byPartner ? FundingViews.byOrganisation(reply) : FundingViews.byPost(reply)
        try session.answer(reply, table, orNone: "No funding is recorded.", asOf.settings)
    }
}
