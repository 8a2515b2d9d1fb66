// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct RoleNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "role",
        abstract: "Who holds which post or seat.",
        discussion: Example.of("jvctl role list"),
        subcommands: [RoleList.self, RoleExpiring.self, RoleAssign.self, RoleChange.self, RoleEnd.self],
        defaultSubcommand: RoleList.self
    )
}
