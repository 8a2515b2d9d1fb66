// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct AdviceNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "advice",
        abstract: "Advice that is sought, given and followed.",
        discussion: Example.of(
            "jvctl advice ask provide university-of-essex \"How to evaluate joint working\""
        ),
        subcommands: [AdviceList.self, AdviceAsk.self, AdviceAnswer.self, AdviceFollow.self],
        defaultSubcommand: AdviceList.self
    )
}
