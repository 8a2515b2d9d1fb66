// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands
import TransparencyLog

struct WitnessKeygen: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keygen",
        abstract:
            "Make the key of a witness: the private key into a new file, the public key to be appointed.",
        discussion: Example.of(
            "jvctl witness keygen provide.example/w1 --output provide.key",
            saying: """
                Needs no ledger, and belongs on the partner's own machine. The private key never leaves the file. To \
                change a key, make another, have it appointed, and have the old one revoked.
                """
        )
    )

    @Argument(help: "What the key is called: a name of the partner's own, without spaces and +.")
    var name: String

    @Option(
        help: ArgumentHelp("The file for the private key; it must not exist.", valueName: "file"),
        completion: .file()
    )
    var output: String

    @OptionGroup(title: "General") var common: CommonOptions

    func run() async throws {
        let key = try WitnessKeyFile.create(output, name: name)
        let reply = JSONObject([("publicKey", .string(key.text)), ("file", .string(output))])
        Console.answer(
            reply,
            [
                "Public key   \(key.text)",
                "Private key  \(output): keep it where only the witness reads it",
                "Next         jvctl witness appoint KEY ORGANISATION \(key.text)",
            ],
            common.settings
        )
    }
}
