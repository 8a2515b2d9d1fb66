// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct RecognitionNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "recognition",
        abstract: "Recognition that was given.",
        discussion: Example.of(
            "jvctl recognition give organisation/provide \"Partnership of the year\""
        ),
        subcommands: [
            RecognitionGive.self
        ]
    )
}
