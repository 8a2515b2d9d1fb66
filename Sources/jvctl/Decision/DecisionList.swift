// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct DecisionList: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The decision register.",
        discussion: Example.of(
            "jvctl decision list --status tabled",
            "jvctl decision list --valid-at 2019-10-01"
        )
    )

    @Option(help: "Only those of this status, such as tabled, adopted, implementing or lapsed.")
    var status: String?

    @OptionGroup(title: "As of when") var asOf: AsOfOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let reply = try await session.ask(
            "io.jvledger.Decisions.List",
            ["status": .text(status)],
            asOf.settings
        )
        let table = DecisionRow.table(reply)
        let none = status.map { "No decision is \($0)." } ?? "No decisions are recorded."
        try session.answer(reply, table, orNone: none, asOf.settings)
    }
}
