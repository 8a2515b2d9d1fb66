// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct AgreementNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "agreement",
        abstract: "Agreements between organisations.",
        discussion: Example.of("jvctl agreement list"),
        subcommands: [AgreementList.self, AgreementAdd.self, AgreementSign.self],
        defaultSubcommand: AgreementList.self
    )
}
