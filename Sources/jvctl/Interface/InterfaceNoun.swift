// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct InterfaceNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "interface",
        abstract: "Where services of several organisations meet.",
        discussion: Example.of("jvctl interface list"),
        subcommands: [
            InterfaceList.self, InterfaceDefine.self, InterfaceRedesign.self, InterfaceTest.self,
            InterfaceRevert.self,
        ],
        defaultSubcommand: InterfaceList.self
    )
}
