// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct WitnessSubmit: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "submit",
        abstract: "Hand a cosigned checkpoint to the ledger, which checks it and keeps the cosignature.",
        discussion: Example.of("jvctl witness submit provide.cosigned")
    )

    @Argument(help: "The cosigned checkpoint, from jvctl witness cosign.", completion: .file())
    var file: String

    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) { try await session.submitFile(file) }
}
