// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct AdviceNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "advice",
        abstract: "Advice that is sought and given.",
        discussion: Example.of(
            "jvctl advice ask provide university-of-essex \"How to evaluate joint working\""
        ),
        subcommands: [AdviceAsk.self, AdviceAnswer.self]
    )
}
