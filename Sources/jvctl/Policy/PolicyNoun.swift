// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct PolicyNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "The access policy: who may do what.",
        subcommands: [PolicyCheck.self, PolicyExplain.self]
    )
}
