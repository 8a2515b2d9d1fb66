// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct ShowJourney: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "journey",
        abstract: "All that the venture went through, phase by phase, earliest first.",
        discussion: Example.of(
            "jvctl journey --valid-at 2019-12-31",
            "jvctl journey --lanes",
            saying: """
                A step belongs to the phase of its date, a reflection to the phase on which it looks back. With --lanes \
                each organisation has a column: * is in the lane of the one that acted, + in those of the others.
                """
        )
    )

    @Option(
        help: "Only the steps of this organisation and its units, and of the venture as a whole.",
        completion: .keys(of: .organisation)
    )
    var organisation: String?

    @Flag(help: "Show a lane for each organisation.")
    var lanes = false

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let reply = try await session.ask(
            "io.jvledger.Boundary.GetJourney",
            ["organisation": .text(organisation)],
            asOf.settings
        )
        let table = lanes ? JourneyViews.lanes(reply) : JourneyViews.steps(reply)
        try session.answer(reply, table, orNone: "No step is recorded.", asOf.settings)
    }
}
