// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import CanonicalJSON
import LedgerCommands

struct WitnessRevoke: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "revoke",
        abstract: "Record that a witness's key is out of use; what it cosigned before stays cosigned.",
        discussion: Example.of("jvctl witness revoke provide-1 --reason \"replaced by provide-2\"")
    )

    @Argument(help: "The witness.", completion: .keys(of: .witness))
    var witness: String

    @Option(help: "Why: it was replaced, lost, or came into the hands of others.")
    var reason: String

    @OptionGroup(title: "Recording") var recording: RecordingOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) {
        let draft = Draft("witness.revoked", "witness/\(witness)", ["reason": .text(reason)])
        try await session.recordAndSay([draft], recording.settings)
    }
}
