// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct CommunityNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "community",
        abstract: "Communities in which knowledge is shared.",
        discussion: Example.of(
            "jvctl community form frailty \"Frailty community\""
        ),
        subcommands: [
            CommunityList.self, CommunityForm.self, CommunityJoin.self, CommunityLeave.self,
        ],
        defaultSubcommand: CommunityList.self
    )
}
