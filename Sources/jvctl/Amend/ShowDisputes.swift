// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct ShowDisputes: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "disputes",
        abstract: "Accounts that contradict each other.",
        discussion: Example.of("jvctl disputes --open")
    )

    @Flag(name: .customLong("open"), help: "Only those that are not settled.")
    var isOpen = false

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let reply = try await session.ask(
            "io.jvledger.Boundary.ListClaims",
            ["open": .flag(isOpen)],
            asOf.settings
        )
        let lines = BoundaryViews.disputes(reply)
        try session.answer(reply, lines.isEmpty ? ["No disputes."] : lines)
    }
}
