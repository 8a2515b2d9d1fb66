// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct OrganisationShow: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "What is known of an organisation.",
        discussion: Example.of("jvctl organisation show provide")
    )

    @Argument(help: "The organisation.", completion: .keys(of: .organisation))
    var key: String

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let reply = try await session.ask("io.jvledger.Roles.ListOrganisations", [:], asOf.settings)
        guard let lines = PartyViews.organisation(key, reply) else {
            throw Complaint(
                .failed,
                "there is no organisation \(key)",
                heading: "Not found",
                next: ["jvctl organisation list"],
                name: "jvctl.NotFound"
            )
        }
        try session.answer(reply, lines)
    }
}
