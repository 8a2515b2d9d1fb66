// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct NeedNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "need",
        abstract: "What is needed, and what was decided because of it.",
        discussion: Example.of("jvctl need add \"One referral instead of three\" --organisation provide"),
        subcommands: [NeedList.self, NeedAdd.self, NeedClose.self],
        defaultSubcommand: NeedList.self
    )
}
