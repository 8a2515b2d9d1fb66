// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct BoundaryBrokers: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "brokers",
        abstract: "Who brought whom together, and in which role.",
        discussion: Example.of("jvctl boundary brokers --by-unit")
    )

    @Flag(name: .customLong("by-unit"), help: "By unit instead of by organisation.")
    var byUnit = false

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let reply = try await session.ask(
            "io.jvledger.Boundary.GetBrokers",
            ["by": .text(byUnit ? "unit" : nil)],
            asOf.settings
        )
        try session.answer(
            reply,
            BoundaryViews.brokers(reply),
            orNone: "No introduction or brokering is recorded.",
            asOf.settings
        )
    }
}
