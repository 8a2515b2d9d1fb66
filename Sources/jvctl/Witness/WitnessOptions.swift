// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

/// What a witness works with on its own machine.
struct WitnessOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The witness's private key, from jvctl witness keygen.", valueName: "file"),
        completion: .file()
    )
    var key: String

    @Option(
        help: ArgumentHelp(
            "Where the witness remembers the checkpoint it last cosigned, to show a changed history; keep it.",
            valueName: "file"
        ),
        completion: .file()
    )
    var memory: String

    @Option(
        help: ArgumentHelp(
            "The ledger's public key, or a file with it; had by another way than the ledger.",
            valueName: "vkey|file"
        ),
        completion: .file()
    )
    var log: String

    func witness() throws(Complaint) -> OfflineWitness {
        try OfflineWitness(key: key, memory: memory, log: log)
    }
}
