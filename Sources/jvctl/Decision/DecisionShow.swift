// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionShow: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "All that is known of one matter.",
        discussion: Example.of("jvctl decision show D-0003", "jvctl decision show D-0003 --known-at @40")
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let reply = try await session.ask("io.jvledger.Decisions.Get", ["key": .text(key)], asOf.settings)
        try session.answer(reply, about: "decision", asOf.settings) { dossier in
            DecisionView.lines(dossier, session.settings.terminal)
        }
    }
}
