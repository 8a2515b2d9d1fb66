// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct ShowJourney: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "journey",
        abstract: "All that the venture went through, earliest first.",
        discussion: Example.of("jvctl journey --valid-at 2019-12-31")
    )

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let reply = try await session.ask("io.jvledger.Boundary.GetJourney", [:], asOf.settings)
        try session.answer(reply, BoundaryViews.journey(reply), orNone: "No step is recorded.", asOf.settings)
    }
}
