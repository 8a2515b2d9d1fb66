// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct WitnessAppoint: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "appoint",
        abstract: "Record that a key is a witness's: from then on the ledger takes its cosignatures.",
        discussion: Example.of("jvctl witness appoint provide-1 provide VKEY")
    )

    @Argument(help: "What the witness is called in the ledger.")
    var witness: String

    @Argument(help: "The organisation for which it watches.", completion: .keys(of: .organisation))
    var organisation: String

    @Argument(help: ArgumentHelp("Its public key, as jvctl witness keygen printed it.", valueName: "vkey"))
    var publicKey: String

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft(
            "witness.appointed",
            "witness/\(witness)",
            ["org": .text(organisation), "publicKey": .text(try WitnessKeyFile.publicKey(publicKey))]
        )
        try await session.recordAndSay([draft], recording.settings)
    }
}
