// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct ServiceNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "service",
        abstract: "The services of the organisations.",
        discussion: Example.of("jvctl service list"),
        subcommands: [ServiceList.self, ServiceAdd.self, ServiceChange.self],
        defaultSubcommand: ServiceList.self
    )
}
