// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct LessonNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "lesson",
        abstract: "What is to be learnt, and what became of it.",
        discussion: Example.of(
            "jvctl lesson add \"Agree on words before measures\" provide"
        ),
        subcommands: [
            LessonList.self, LessonAdd.self, LessonValidate.self, LessonShare.self, LessonAction.self,
            LessonEmbed.self, LessonReject.self, LessonSearch.self, LessonRelevant.self, LessonRepeated.self,
        ],
        defaultSubcommand: LessonList.self
    )
}
