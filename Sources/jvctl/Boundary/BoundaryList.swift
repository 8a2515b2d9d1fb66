// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct BoundaryList: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "What was done across boundaries, earliest first.",
        discussion: Example.of(
            "jvctl boundary list --until 2012",
            "jvctl boundary list --organisation provide --other council"
        )
    )

    @Option(help: "From when on, as EDTF.")
    var since: String?

    @Option(help: "Until when, as EDTF.")
    var until: String?

    @Option(
        help: "Only those in which this organisation or a unit of it took part.",
        completion: .keys(of: .organisation)
    )
    var organisation: String?

    @Option(
        help: "With --organisation: only those in which this other one took part too.",
        completion: .keys(of: .organisation)
    )
    var other: String?

    @Option(help: "Only those in which this person acted.", completion: .keys(of: .person))
    var person: String?

    @Option(help: "Only in this part: reticulist, interpreter, coordinator or entrepreneur.")
    var role: String?

    @Option(help: "Only with this latest outcome: landed, partly or failed.")
    var outcome: String?

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let reply = try await session.ask(
            "io.jvledger.Boundary.ListActions",
            [
                "from": .text(since),
                "until": .text(until),
                "organisation": .text(organisation),
                "other": .text(other),
                "person": .text(person),
                "role": .text(role),
                "outcome": .text(outcome),
            ],
            asOf.settings
        )
        try session.answer(
            reply,
            BoundaryViews.actions(reply),
            orNone: "Nothing across a boundary is recorded.",
            asOf.settings
        )
    }
}
