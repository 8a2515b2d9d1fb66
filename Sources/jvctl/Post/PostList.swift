// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct PostList: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Every post that exists or may, and who holds it.",
        discussion: Example.of("jvctl post list --valid-at 2019-10-01")
    )

    @Flag(help: "Also what does not exist yet or any more.")
    var all = false

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let reply = try await session.ask("io.jvledger.Roles.ListPosts", ["all": .flag(all)], asOf.settings)
        try session.answer(reply, PostViews.table(reply), orNone: "No post is recorded.", asOf.settings)
    }
}
