// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct WitnessPolicyNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "Which witnesses must cosign for a checkpoint to count as witnessed.",
        discussion: Example.of(
            "jvctl witness policy > mid-essex.policy",
            "jvctl witness policy set mid-essex.policy",
            saying: """
                A policy is a C2SP tlog-policy, as others' tools take it. Unless one is recorded, one witness of each \
                organisation that has one is needed. What is --witnessed has what the policy asks for.
                """
        ),
        subcommands: [WitnessPolicyShow.self, WitnessPolicySet.self],
        defaultSubcommand: WitnessPolicyShow.self
    )
}
