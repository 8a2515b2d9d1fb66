// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct ShowCaller: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "whoami",
        abstract: "Who you are to this ledger, and what that allows.",
        discussion: Example.of("jvctl whoami")
    )

    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let caller = try await session.call("io.jvledger.Ledger.WhoAmI")
        // Whoever may not read the ledger may still ask who they are.
        let partners = try? await session.call("io.jvledger.Roles.ListPartners")
        try session.answer(caller, CallerView.lines(caller, partners: partners.map(CallerView.partners)))
    }
}
