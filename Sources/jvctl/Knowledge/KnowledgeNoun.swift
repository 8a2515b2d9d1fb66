// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct KnowledgeNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "knowledge",
        abstract: "Workshops, reviews and other events at which knowledge passes.",
        discussion: Example.of(
            "jvctl knowledge record workshop \"Evaluation methodology\" university-of-essex"
        ),
        subcommands: [
            KnowledgeParticipation.self, KnowledgeRecord.self, KnowledgeAfterAction.self,
        ]
    )
}
