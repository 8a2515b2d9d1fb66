// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct BackUp: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy all that the ledger keeps into a directory, and prove the copy.",
        discussion: Example.of(
            "jvctl backup /var/backups/jvledger/mid-essex",
            "jvctl backup ./mid-essex --host ledger.example --key mid-essex.vkey",
            "jvledgerd restore mid-essex --from /var/backups/jvledger/mid-essex --signing-key key",
            saying: """
                The ledger stays in service. Each run adds a file with what is new to the newest backup of the \
                directory; after some days it begins another, and deletes the oldest beyond those that are kept. Then it \
                reads all of the backup again, hashes every entry, and says success only if the root is the one that the \
                ledger signed. So a ledger that was set back since the last backup is noticed here.

                Backups hold personal and restricted texts, so only administrators can make them. What was erased stays \
                in older backups until they are deleted; restoring one erases it again. They do not hold the signing \
                key: keep a copy of that elsewhere.
                """
        )
    )

    @Argument(help: "Where the backups are; it is made if it is missing.", completion: .directory)
    var directory: String

    @Option(
        help: ArgumentHelp(
            "The ledger's public key; the daemon's own word if not given.",
            valueName: "vkey|file"
        ),
        completion: .file()
    )
    var key: String?

    @Option(name: .customLong("begin-anew"), help: "After how many days another backup is begun.")
    var days = 30

    @Option(help: "How many backups are kept.")
    var keep = 3

    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        try await session.backUp(BackupSettings(directory: directory, key: key, days: days, kept: keep))
    }
}
