// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

struct PartnerNoun: Noun {
    static let configuration = CommandConfiguration(
        commandName: "partner",
        abstract: "Who the partners are, and what each owes.",
        discussion: Example.of("jvctl partner list"),
        subcommands: [
            PartnerList.self, PartnerShow.self, PartnerInvite.self, PartnerDecline.self, PartnerJoin.self,
            PartnerLeave.self,
        ],
        defaultSubcommand: PartnerList.self
    )
}
