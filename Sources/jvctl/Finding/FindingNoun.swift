// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct FindingNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "finding",
        abstract: "What was found.",
        discussion: Example.of("jvctl finding add \"Local gains, not scalable\""),
        subcommands: [FindingAdd.self]
    )
}
