// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import LedgerCommands

struct WitnessVisit: LedgerVerb {
    static let configuration = CommandConfiguration(
        commandName: "visit",
        abstract:
            "Check that the ledger continues what this witness has seen, and cosign its latest checkpoint.",
        discussion: Example.of(
            "jvctl witness visit --key provide.key --memory mid-essex.seen --log mid-essex.vkey",
            saying: """
                Checkpoints that other witnesses cosigned since its last visit are cosigned before the latest, so \
                that there is one with all cosignatures. Ends with 1 when the ledger was set back or tells another story: then nothing is cosigned, and the \
                memory is the proof of what was there. Fit for a timer.
                """
        )
    )

    @OptionGroup(title: "Witness") var options: WitnessOptions
    @OptionGroup(title: "General") var common: CommonOptions

    func run(_ session: Session) async throws(Complaint) { try await session.visit(try options.witness()) }
}
