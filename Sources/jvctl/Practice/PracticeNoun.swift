// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct PracticeNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "practice",
        abstract: "Practices, who wrote them, who uses them and who has taken them up.",
        discussion: Example.of(
            "jvctl practice matrix"
        ),
        subcommands: [
            PracticeList.self, PracticeMatrix.self, PracticeSubmit.self, PracticeValidate.self,
            PracticeReturn.self, PracticePublish.self, PracticeUse.self, PracticeRate.self,
            PracticeAdopt.self, PracticeAbandon.self,
        ],
        defaultSubcommand: PracticeList.self
    )
}
