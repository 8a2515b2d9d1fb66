// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionWhy: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Why it was decided, all the way up, and what came of it, all the way down.",
        discussion: Example.of("jvctl decision why D-0003")
    )

    @Argument(help: "The decision.", completion: .keys(of: .decision))
    var key: String

    @Option(
        name: .customLong("known-at"),
        help: "What the ledger held on that date; also @POSITION or checkpoint:SIZE."
    )
    var knownAt: String?

    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let asOf = AsOfSettings(knownAt: knownAt)
        let reply = try await session.ask("io.jvledger.Decisions.Why", ["key": .text(key)], asOf)
        try session.answer(reply, WhyView.lines(reply, about: key))
    }
}
