// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct OrganisationNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "organisation",
        abstract: "Organisations and units of organisations.",
        discussion: Example.of("jvctl organisation list"),
        subcommands: [
            OrganisationList.self, OrganisationShow.self, OrganisationAdd.self, OrganisationRename.self,
        ],
        defaultSubcommand: OrganisationList.self
    )
}
