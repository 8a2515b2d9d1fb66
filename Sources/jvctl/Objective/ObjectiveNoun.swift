// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct ObjectiveNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "objective",
        abstract: "What the partners set out to reach, and how far it came.",
        discussion: Example.of(
            "jvctl objective set \"Fewer people stay in hospital longer than they need\" --target 2 --due 2027"
        ),
        subcommands: [
            ObjectiveList.self, ObjectiveSet.self, ObjectiveRevise.self, ObjectiveAssess.self,
            ObjectiveClose.self,
        ],
        defaultSubcommand: ObjectiveList.self
    )
}
