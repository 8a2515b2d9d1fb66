// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct ContributionNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "contribution",
        abstract: "What organisations commit themselves to pay, and what they paid.",
        discussion: Example.of(
            "jvctl contribution list"
        ),
        subcommands: [ContributionList.self, ContributionCommit.self, ContributionPay.self],
        defaultSubcommand: ContributionList.self
    )
}
