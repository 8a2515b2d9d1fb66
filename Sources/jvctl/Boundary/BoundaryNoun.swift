// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct BoundaryNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "boundary",
        abstract: "What is done across the boundaries between organisations.",
        discussion: Example.of("jvctl boundary list"),
        subcommands: [
            BoundaryList.self, BoundarySummary.self, BoundaryBrokers.self, BoundaryRecord.self,
            BoundaryOutcome.self,
        ],
        defaultSubcommand: BoundaryList.self
    )
}
