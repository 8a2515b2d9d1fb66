// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct HoldNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "hold",
        abstract: "What is sealed of a person and must be kept for now: it cannot be erased.",
        discussion: Example.of("jvctl hold place P-0001 --reason \"inquiry into the 2019 pilot\""),
        subcommands: [HoldList.self, HoldPlace.self, HoldRelease.self],
        defaultSubcommand: HoldList.self
    )
}
