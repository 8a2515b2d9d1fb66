// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract:
            "Verify a pack or an export without a daemon; without a file, have the ledger verify itself.",
        discussion: Example.of(
            "jvctl verify november.tar --key mid-essex.vkey --key council-witness.vkey",
            "jvctl verify november.jsonl --key mid-essex.vkey",
            "jvctl verify november.jsonl --key mid-essex.vkey --since october.jsonl.checkpoint",
            "jvctl verify",
            saying: """
                Every byte is hashed again; what is believed is the key alone. Get the key by another way \
                than the export. Of an audit pack (jvctl export --pack) it says, too, what became of every sealed \
                text, what was left out, and whether the ledger recorded the pack. Ends with 0 when verified, 1 when NOT VERIFIED, 3 when it cannot tell.
                """
        )
    )

    @Argument(help: "An audit pack, or the entries of an export.", completion: .file())
    var file: String?

    @Option(
        help: ArgumentHelp(
            "The ledger's public key, or a file with it; also witnesses' keys. May be given again.",
            valueName: "vkey|file"
        ),
        completion: .file()
    )
    var key: [String] = []

    @Option(help: "The checkpoint, if it is not beside the file.", completion: .file())
    var checkpoint: String?

    @Option(
        help: ArgumentHelp(
            "An older checkpoint that this must be a continuation of.",
            valueName: "checkpoint"
        ),
        completion: .file()
    )
    var since: String?

    @Flag(help: "Accept a pack that says of itself that the ledger could not record it.")
    var unrecorded = false

    @OptionGroup(title: "General") var common: CommonOptions

    func validate() throws {
        if file != nil, key.isEmpty {
            throw ValidationError(
                "Say by which public key: --key VKEY or --key FILE. Nothing else is believed."
            )
        }
        if file == nil, !key.isEmpty || checkpoint != nil || since != nil || unrecorded {
            throw ValidationError("--key, --checkpoint, --since and --unrecorded go with a file.")
        }
    }

    func run() async throws {
        throw VerdictStatus(status: try await status())
    }

    private func status() async throws -> ProgramExit {
        guard let file else {
            let session = try await Session.connect(common.settings)
            return try await LedgerVerification.run(session)
        }
        if OfflineVerification.isPack(file) {
            guard checkpoint == nil else {
                throw Complaint.usage("a pack has its own checkpoint; --since compares it with an older one")
            }
            let verification = try PackVerification(
                file: file,
                keys: key,
                since: since,
                acceptsUnrecorded: unrecorded
            )
            return try verification.run(common.settings)
        }
        if unrecorded { throw Complaint.usage("--unrecorded goes with an audit pack") }
        let verification = try OfflineVerification(
            file: file,
            keys: key,
            checkpoint: checkpoint,
            since: since
        )
        return OfflineVerification.say(try verification.verdict(), common.settings)
    }
}
