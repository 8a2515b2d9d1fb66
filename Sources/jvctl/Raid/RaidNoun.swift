// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct RaidNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "raid",
        abstract: "Risks, assumptions, issues and dependencies.",
        discussion: Example.of(
            "jvctl raid add risk \"The grant ends before the post is funded\" --likelihood 3 --impact 4"
        ),
        subcommands: [RaidList.self, RaidAdd.self, RaidUpdate.self, RaidClose.self],
        defaultSubcommand: RaidList.self
    )
}
