// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct WitnessNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "witness",
        abstract: "A partner's witness: it cosigns checkpoints that continue what it has seen.",
        discussion: Example.of(
            "jvctl witness keygen provide.example/w1 --output provide.key",
            "jvctl witness appoint provide-1 provide VKEY",
            "jvctl witness visit --key provide.key --memory mid-essex.seen --log mid-essex.vkey",
            saying: """
                A witness keeps the last checkpoint that it saw, checks the proof that the new one continues it, and \
                only then cosigns: so the operator, even with root and the ledger's key, cannot rewrite what it has \
                seen. visit does all of it over a connection; request, cosign and submit do the same by files, for \
                networks that never meet.
                """
        ),
        subcommands: [
            WitnessList.self, WitnessKeygen.self, WitnessAppoint.self, WitnessRevoke.self, WitnessVisit.self,
            WitnessRequestFile.self, WitnessCosign.self, WitnessSubmit.self, WitnessPolicyNoun.self,
        ],
        defaultSubcommand: WitnessList.self
    )
}
