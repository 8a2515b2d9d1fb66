// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct PersonNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "person",
        abstract: "People, by keys that do not name them.",
        discussion: Example.of("jvctl person add --label \"Senior Lecturer\""),
        subcommands: [PersonAdd.self, PersonList.self, PersonRoles.self]
    )
}
