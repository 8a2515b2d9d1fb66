// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct WitnessList: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "The witnesses, and which checkpoint each of them cosigned last.",
        discussion: Example.of("jvctl witness list")
    )

    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) { try await session.listWitnesses() }
}
