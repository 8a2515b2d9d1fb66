// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct DecisionVote: Noun {
    static let configuration = CommandConfiguration(
        commandName: "vote",
        abstract: "Votes of a body on a proposal; every partner's consent is needed all the same.",
        discussion: Example.of("jvctl decision vote open D-0004 board majority"),
        subcommands: [DecisionVoteOpen.self, DecisionVoteCast.self, DecisionVoteClose.self]
    )
}
