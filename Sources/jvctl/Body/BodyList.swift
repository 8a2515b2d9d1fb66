// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct BodyList: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Every body that exists or may.",
        discussion: Example.of("jvctl body list --all")
    )

    @Flag(help: "Also what does not exist yet or any more.")
    var all = false

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let reply = try await session.ask("io.jvledger.Roles.ListBodies", ["all": .flag(all)], asOf.settings)
        try session.answer(reply, BodyViews.table(reply), orNone: "No body is recorded.", asOf.settings)
    }
}
