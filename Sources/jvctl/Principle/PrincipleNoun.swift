// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct PrincipleNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "principle",
        abstract: "The six principles for adopting innovation, and what shows that they are followed.",
        discussion: Example.of(
            "jvctl principle coverage"
        ),
        subcommands: [
            PrincipleCoverage.self, PrincipleLink.self,
        ],
        defaultSubcommand: PrincipleCoverage.self
    )
}
