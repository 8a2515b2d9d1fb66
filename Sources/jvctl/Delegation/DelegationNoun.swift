// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct DelegationNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "delegation",
        abstract: "What organisations let others do for them.",
        discussion: Example.of("jvctl delegation list"),
        subcommands: [DelegationList.self, DelegationAdd.self],
        defaultSubcommand: DelegationList.self
    )
}
