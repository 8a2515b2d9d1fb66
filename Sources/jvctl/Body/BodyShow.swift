// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct BodyShow: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "What is known of a body: its terms, seats and meetings.",
        discussion: Example.of("jvctl body show programme-board")
    )

    @Argument(help: "The body.", completion: .keys(of: .body))
    var key: String

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let reply = try await session.ask("io.jvledger.Roles.GetBody", ["key": .text(key)], asOf.settings)
        try session.answer(reply, about: "body", asOf.settings, BodyViews.lines)
    }
}
