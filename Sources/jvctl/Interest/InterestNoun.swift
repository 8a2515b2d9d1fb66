// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct InterestNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "interest",
        abstract: "Interests of those who take part in decisions.",
        discussion: Example.of("jvctl interest list"),
        subcommands: [InterestList.self, InterestDeclare.self],
        defaultSubcommand: InterestList.self
    )
}
