// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct SurveyNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "survey",
        abstract: "Surveys of who turns to whom.",
        discussion: Example.of("jvctl survey list"),
        subcommands: [SurveyList.self, SurveyOpen.self, SurveyRespond.self, SurveyClose.self],
        defaultSubcommand: SurveyList.self
    )
}
