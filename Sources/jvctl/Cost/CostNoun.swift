// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct CostNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "cost",
        abstract: "What coordinating costs, and what it is compared with.",
        discussion: Example.of(
            "jvctl cost summary",
            "jvctl cost record meetings provide --minutes 540 --rate \"GBP 38.00\""
        ),
        subcommands: [CostSummary.self, CostRecord.self, CostBaseline.self],
        defaultSubcommand: CostSummary.self
    )
}
