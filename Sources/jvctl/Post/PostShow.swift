// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct PostShow: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Whether a post exists, who holds it and who pays for it.",
        discussion: Example.of("jvctl post show programme-manager --valid-at 2019-08-15")
    )

    @Argument(help: "The post.", completion: .keys(of: .post))
    var key: String

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let reply = try await session.ask("io.jvledger.Roles.GetPost", ["key": .text(key)], asOf.settings)
        try session.answer(reply, about: "post", asOf.settings, PostViews.lines)
    }
}
