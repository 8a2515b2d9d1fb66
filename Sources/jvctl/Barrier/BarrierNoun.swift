// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct BarrierNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "barrier",
        abstract: "What stands in the way of working together.",
        discussion: Example.of(
            "jvctl barrier add culture \"Different words for the same thing\""
        ),
        subcommands: [
            BarrierList.self, BarrierPhases.self, BarrierAdd.self, BarrierReassess.self, BarrierRemove.self,
        ],
        defaultSubcommand: BarrierList.self
    )
}
