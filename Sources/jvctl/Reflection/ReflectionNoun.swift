// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct ReflectionNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "reflection",
        abstract: "What people said looking back; jvctl journey shows it.",
        discussion: Example.of(
            "jvctl reflection add \"We stopped counting who owed whom\" --phase 3"
        ),
        subcommands: [
            ReflectionAdd.self
        ]
    )
}
