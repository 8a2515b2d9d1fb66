// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct RoleList: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Who holds which post and seat.",
        discussion: Example.of("jvctl role list --valid-at 2019-10-01", "jvctl role list --person P-0001")
    )

    @Option(help: "Only those of this person.", completion: .keys(of: .person))
    var person: String?

    @Option(help: "Only the seats of this body.", completion: .keys(of: .body))
    var body: String?

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let reply = try await session.ask(
            "io.jvledger.Roles.ListHolders",
            ["person": .text(person), "body": .text(body)],
            asOf.settings
        )
        try session.answer(
            reply,
            PostViews.holders(reply),
            orNone: "No post or seat is recorded.",
            asOf.settings
        )
    }
}
