// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct PostBiography: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "biography",
        abstract: "What happened to a post, in order.",
        discussion: Example.of("jvctl post biography programme-manager")
    )

    @Argument(help: "The post.", completion: .keys(of: .post))
    var key: String

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let reply = try await session.ask(
            "io.jvledger.Roles.GetBiography",
            ["key": .text(key)],
            asOf.settings
        )
        try session.answer(
            reply,
            PostViews.biography(reply),
            orNone: "Nothing is recorded of it.",
            asOf.settings
        )
    }
}
