// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct DisagreementNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "disagreement",
        abstract: "Disputes between partners; for entries that contradict each other see jvctl dispute.",
        discussion: Example.of(
            "jvctl disagreement open \"Who pays for training\" --party provide --party council"
        ),
        subcommands: [
            DisagreementList.self, DisagreementOpen.self, DisagreementEscalate.self, DisagreementResolve.self,
        ],
        defaultSubcommand: DisagreementList.self
    )
}
