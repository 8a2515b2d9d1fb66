// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct ShowStatus: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "How the ledger is. The same without a verb.",
        discussion: Example.of("jvctl status", "jvctl")
    )

    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let status = try await session.call("io.jvledger.Admin.GetStatus")
        let isUnused = await session.isUnused(status)
        try session.answer(status, StatusView.lines(status, isUnused: isUnused, session.settings.terminal))
    }
}
