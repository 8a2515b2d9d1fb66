// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct WitnessPolicySet: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "set",
        abstract: "Record which witnesses must cosign for a checkpoint to count as witnessed.",
        discussion: Example.of(
            "jvctl witness policy set mid-essex.policy",
            "jvctl witness policy set --one-of-each",
            saying: """
                The file is a C2SP tlog-policy with the ledger's log line, witnesses that are in use here, and a \
                quorum; jvctl witness policy prints one to begin with:

                  log LEDGER-VKEY
                  witness provide VKEY
                  witness council VKEY
                  group partners all provide council
                  quorum partners
                """
        )
    )

    @Argument(help: "The policy; - for standard input.", completion: .file())
    var file: String?

    @Flag(
        name: .customLong("one-of-each"),
        help: "Ask again for one witness of each organisation that has one, whichever these come to be."
    )
    var isOneOfEach = false

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func validate() throws {
        guard (file != nil) != isOneOfEach else {
            throw ValidationError("Name a file with a policy, or say --one-of-each.")
        }
    }

    func run(_ session: Session) async throws(Complaint) {
        try await session.setWitnessPolicy(file: file, recording.settings)
    }
}
